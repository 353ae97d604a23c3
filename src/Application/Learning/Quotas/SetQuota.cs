using FluentValidation;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Application.Territory;
using MethodCenter.Domain.Learning.Campaigns;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Learning.Quotas;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Learning.Quotas;

/// <summary>Gives an organisation its quota of a campaign, for a programme or for one course of it.</summary>
[Permission(QuotaPermissions.Write)]
public sealed record SetQuota : ICommand<QuotaDetails>
{
    /// <summary>A campaign with quotas.</summary>
    public required Guid CampaignId { get; init; }

    public required Guid ProgrammeId { get; init; }

    /// <summary>
    /// One course of the programme; absent: all of them together. Where both exist, that of the course decides.
    /// </summary>
    public Guid? CourseId { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>This many applications are satisfied; 0: none.</summary>
    public required int Limit { get; init; }
}

internal sealed class SetQuotaValidator : AbstractValidator<SetQuota>
{
    public SetQuotaValidator()
    {
        RuleFor(command => command.CampaignId).NotEmpty();
        RuleFor(command => command.ProgrammeId).NotEmpty();
        RuleFor(command => command.OrganisationId).NotEmpty();
        RuleFor(command => command.Limit).InclusiveBetween(0, Quota.MostLimit);
    }
}

internal sealed class SetQuotaHandler(ILearningStore store, ITerritoryStore territory, IReads reads)
    : ICommandHandler<SetQuota, QuotaDetails>
{
    public async Task<Answer<QuotaDetails>> Handle(SetQuota request, CancellationToken cancellationToken)
    {
        var terms = new QuotaTerms(
            request.CampaignId,
            request.ProgrammeId,
            request.CourseId,
            request.OrganisationId,
            request.Limit
        );
        var facts = await store
            .Campaigns.Where(campaign => campaign.Id == request.CampaignId)
            .Select(campaign => new QuotaFacts
            {
                ByQuota = campaign.ByQuota,
                ProgrammeKnown = store.Set<Programme>().Any(programme => programme.Id == request.ProgrammeId),
                CourseOfProgramme = store
                    .Set<Course>()
                    .Any(course => course.Id == request.CourseId && course.ProgrammeId == request.ProgrammeId),
                OrganisationKnown = territory
                    .Set<Organisation>()
                    .Any(organisation => organisation.Id == request.OrganisationId),
                AlreadySet = store
                    .Set<Quota>()
                    .Any(quota =>
                        quota.CampaignId == campaign.Id
                        && quota.TargetId == terms.TargetId
                        && quota.OrganisationId == request.OrganisationId
                    ),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (facts is null)
        {
            return CampaignErrors.Unknown;
        }

        if (!Quota.Set(terms, facts).Succeeded(out var quota, out var error))
        {
            return error;
        }

        store.Quotas.Add(quota);
        return reads.Answer<Quota, QuotaDetails>(quota);
    }
}
