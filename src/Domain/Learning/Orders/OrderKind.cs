namespace MethodCenter.Domain.Learning.Orders;

/// <summary>Kind of order.</summary>
public enum OrderKind
{
    /// <summary>Enrolment.</summary>
    Enrolment,

    /// <summary>Expulsion on completion of training.</summary>
    Completion,

    /// <summary>Expulsion before completion of training.</summary>
    Expulsion,
}

/// <summary>State of an order.</summary>
public enum OrderState
{
    /// <summary>Draft: changes nothing yet.</summary>
    Draft,

    /// <summary>Signed: in force.</summary>
    Signed,

    /// <summary>Cancelled.</summary>
    Cancelled,
}
