namespace MethodCenter.Domain.Common.Reports;

/// <summary>A report whose figures the centre publishes.</summary>
public enum ReportCode
{
    /// <summary>Courses of an academic year by block and site (SPB-T02).</summary>
    Courses,

    /// <summary>Attestation of an academic year: category × type of institution (SPB-T12).</summary>
    Attestations,

    /// <summary>Trained in an academic year: provider × kind × hours (SPB-18).</summary>
    TrainedByProvider,
}
