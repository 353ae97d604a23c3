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

    public static Quota Set(Guid campaignId, Guid programmeId, Guid? courseId, Guid organisationId, int limit) =>
        new()
        {
            CampaignId = campaignId,
            ProgrammeId = programmeId,
            CourseId = courseId,
            TargetId = courseId ?? programmeId,
            OrganisationId = organisationId,
            Limit = limit,
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
