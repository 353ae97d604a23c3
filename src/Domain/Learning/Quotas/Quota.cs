using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Domain.Learning.Quotas;

/// <summary>Квота: how many of an organisation's applications a campaign satisfies, for a programme or for one course of it (SPB-15).</summary>
/// <remarks>
/// Counts its use itself. The count is right because the caller holds the quota's row while an application is decided
/// (see <c>ILearningStore.HoldQuotaAsync</c>). Where both stand, the quota of the course decides, not that of the programme.
/// </remarks>
public sealed class Quota : AggregateRoot, IOrganisationOwned, IHeld
{
    public const int MostLimit = 5000;

    private Quota() { }

    public Guid CampaignId { get; private init; }

    public Guid ProgrammeId { get; private init; }

    /// <summary>Null: for all courses of the programme together.</summary>
    public Guid? CourseId { get; private init; }

    /// <summary>The course, else the programme: what the quota is for, as one value, since two nulls are not equal in every database.</summary>
    public Guid TargetId { get; private init; }

    public Guid OrganisationId { get; private init; }

    public int Limit { get; private set; }

    /// <summary>Applications that were satisfied.</summary>
    public int Used { get; private set; }

    public bool HasLeft => Used < Limit;

    public static Result<Quota> Set(QuotaTerms terms, QuotaFacts facts) =>
        !facts.ByQuota ? QuotaErrors.CampaignWithoutQuotas
        : !facts.ProgrammeKnown ? ProgrammeErrors.Unknown("/programmeId")
        : terms.CourseId is not null && !facts.CourseOfProgramme ? QuotaErrors.OtherProgramme
        : !facts.OrganisationKnown ? OrganisationErrors.Unknown("/organisationId")
        : facts.AlreadySet ? QuotaErrors.AlreadySet
        : new Quota
        {
            CampaignId = terms.CampaignId,
            ProgrammeId = terms.ProgrammeId,
            CourseId = terms.CourseId,
            TargetId = terms.TargetId,
            OrganisationId = terms.OrganisationId,
            Limit = terms.Limit,
        };

    public Result<Nothing> ChangeLimit(int limit)
    {
        if (limit < Used)
        {
            return QuotaErrors.BelowUsed(Used);
        }

        Limit = limit;
        return Nothing.Done;
    }

    /// <summary>Gives one of it away; asking a quota that has nothing left is a bug.</summary>
    internal void Take() =>
        Used = HasLeft ? Used + 1 : throw new InvalidOperationException("The quota has nothing left.");

    /// <summary>Takes one back.</summary>
    internal void Release() =>
        Used = Used > 0 ? Used - 1 : throw new InvalidOperationException("Nothing of the quota was used.");
}

/// <summary>What a quota is to say.</summary>
public sealed record QuotaTerms(Guid CampaignId, Guid ProgrammeId, Guid? CourseId, Guid OrganisationId, int Limit)
{
    /// <summary>See <see cref="Quota.TargetId"/>.</summary>
    public Guid TargetId => CourseId ?? ProgrammeId;
}

/// <summary>What is on file of the things that a quota names.</summary>
public sealed record QuotaFacts
{
    /// <summary>Quotas decide in the campaign.</summary>
    public required bool ByQuota { get; init; }

    public required bool ProgrammeKnown { get; init; }

    /// <summary>The course is known and one of the programme.</summary>
    public required bool CourseOfProgramme { get; init; }

    public required bool OrganisationKnown { get; init; }

    /// <summary>The organisation has its quota for the course or programme.</summary>
    public required bool AlreadySet { get; init; }
}
