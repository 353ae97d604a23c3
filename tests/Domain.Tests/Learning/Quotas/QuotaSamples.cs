using MethodCenter.Domain.Learning.Quotas;

namespace MethodCenter.Domain.Tests.Learning.Quotas;

/// <summary>Quotas that were set without a hindrance.</summary>
internal static class QuotaSamples
{
    public static readonly QuotaFacts Facts = new()
    {
        ByQuota = true,
        ProgrammeKnown = true,
        CourseOfProgramme = true,
        OrganisationKnown = true,
        AlreadySet = false,
    };

    public static Quota Of(Guid campaignId, Guid programmeId, Guid organisationId, int limit) =>
        Quota.Set(new QuotaTerms(campaignId, programmeId, null, organisationId, limit), Facts).Value;
}
