namespace MethodCenter.Application.Learning.Certificates;

/// <summary>When and how a learner got a document.</summary>
public sealed record CertificateReceiptBody
{
    /// <summary>The day, not before the issue and not later than today; today by default.</summary>
    public DateOnly? On { get; init; }

    /// <summary>How: «лично, подпись», «почтой, № отправления», «по доверенности».</summary>
    public string? Mark { get; init; }
}
