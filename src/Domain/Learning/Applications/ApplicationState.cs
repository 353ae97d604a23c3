namespace MethodCenter.Domain.Learning.Applications;

/// <summary>State of an application.</summary>
public enum ApplicationState
{
    /// <summary>Submitted: the centre has not decided yet.</summary>
    Submitted,

    /// <summary>On the waiting list: the person is approved, but no seat or no quota is free.</summary>
    Waiting,

    /// <summary>Satisfied: enrolled on the course.</summary>
    Approved,

    /// <summary>Referred to an outside provider.</summary>
    Referred,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Withdrawn.</summary>
    Withdrawn,
}

/// <summary>What an application waits for.</summary>
public enum ApplicationLack
{
    /// <summary>For a free seat on the course.</summary>
    Seat,

    /// <summary>For a quota of the organisation.</summary>
    Quota,
}
