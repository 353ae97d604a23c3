using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>The letter with which a referred employee goes to the outside provider.</summary>
[Permission(ApplicationPermissions.Read)]
public sealed record GetReferralLetter(Guid Id, PaperFormat Format) : IQuery<PaperFile>;

internal sealed class GetReferralLetterHandler(ILearningStore store, ITerritoryStore territory, IPaperWriter writer)
    : IQueryHandler<GetReferralLetter, PaperFile>
{
    public async Task<Result<PaperFile>> Handle(GetReferralLetter request, CancellationToken cancellationToken)
    {
        var (employments, positions) = (territory.Employments, territory.Positions);
        var found = await (
            from application in store.Applications
            join campaign in store.Campaigns on application.CampaignId equals campaign.Id
            join programme in store.Programmes on application.ProgrammeId equals programme.Id
            join employee in territory.SeenEmployees on application.EmployeeId equals employee.Id
            join organisation in territory.Organisations on application.OrganisationId equals organisation.Id
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
                application.Referral,
                Position = (
                    from place in employments
                    join position in positions on place.PositionId equals position.Id
                    where
                        place.EmployeeId == employee.Id
                        && place.OrganisationId == application.OrganisationId
                        && place.From <= application.DecidedOn
                        && (place.To == null || place.To >= application.DecidedOn)
                    orderby place.Kind != EmploymentKind.Main, place.From, place.Id
                    select position.Name
                ).FirstOrDefault(),
            }
        ).SingleOrDefaultAsync(cancellationToken);
        if (found is null || TrainingApplication.HasLetter(found.State).Refused)
        {
            return found is null ? ApplicationErrors.NotFound : TrainingApplication.HasLetter(found.State).Error!;
        }

        var letter = new ReferralLetter
        {
            Number = found.ReferralNumber!,
            Date = found.DecidedOn!.Value,
            Centre = CentreLetterhead.Of(
                await territory.Centres.AsNoTracking().SingleAsync(cancellationToken),
                found.DecidedOn.Value
            ),
            Provider = found.Provider ?? "",
            Programme = found.Title,
            Hours = found.Hours,
            FullName = PaperWords.FullName(found.LastName, found.FirstName, found.Patronymic),
            Position = found.Position,
            Organisation = found.Organisation,
            Terms = found.Referral,
        };
        return PaperFile.Of(writer, letter.ToPaper(), request.Format, letter.Title);
    }
}
