using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>Why and how a new document is issued in the place of another.</summary>
public sealed record ReplacementBody : CertificateEntryBody
{
    public required ReplacementReason Reason { get; init; }
}
