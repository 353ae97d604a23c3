using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Applications;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>The letter with which a referred employee goes to the outside provider.</summary>
[Permission(ApplicationPermissions.Read)]
public sealed record GetReferralLetter(Guid Id, PaperFormat Format) : IQuery<PaperFile>;

internal sealed class GetReferralLetterHandler(ILearningStore store, ITerritoryStore territory, IPaperWriter writer)
    : IQueryHandler<GetReferralLetter, PaperFile>
{
    public async Task<Result<PaperFile>> Handle(GetReferralLetter request, CancellationToken cancellationToken)
    {
        var found = await (
            from application in store.Applications
            join campaign in store.Campaigns on application.CampaignId equals campaign.Id
            join programme in store.Programmes on application.ProgrammeId equals programme.Id
            join employee in territory.Employees on application.EmployeeId equals employee.Id
            join organisation in territory.Organisations on application.OrganisationId equals organisation.Id
            join centre in territory.Centres on application.CentreId equals centre.Id
            where application.Id == request.Id
            select new
            {
                application.State,
                application.ReferralNumber,
                application.DecidedOn,
                campaign.Provider,
                programme.Title,
                programme.Hours,
                employee.LastName,
                employee.FirstName,
                employee.Patronymic,
                Organisation = organisation.FullName,
                Centre = centre.FullName,
                centre.Address,
            }
        ).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return ApplicationErrors.NotFound;
        }

        if (TrainingApplication.HasLetter(found.State).Error is { } refusal)
        {
            return refusal;
        }

        var letter = new ReferralLetter
        {
            Number = found.ReferralNumber!,
            Date = found.DecidedOn!.Value,
            Centre = found.Centre,
            Address = found.Address,
            Provider = found.Provider ?? "",
            Programme = found.Title,
            Hours = found.Hours,
            FullName = PaperWords.FullName(found.LastName, found.FirstName, found.Patronymic),
            Organisation = found.Organisation,
        };
        return PaperFile.Of(writer, letter.ToPaper(), request.Format, $"referral-{request.Id:N}");
    }
}
