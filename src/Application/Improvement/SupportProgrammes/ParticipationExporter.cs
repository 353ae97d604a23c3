using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>
/// Participations as rows of a file, one for each factor of the profile, those of a school one behind the other.
/// </summary>
internal sealed class ParticipationExporter(IImprovementStore store, ITerritoryStore territory, IExternalKeys keys)
    : IRowReader
{
    public IAsyncEnumerable<ParticipationRow> Read(ParticipationFilter filter, string? source)
    {
        var known = keys.Of(PersonMatch.Resource, source);
        var participations = ListParticipationsHandler
            .Filter(
                store.Participations.AsNoTracking(),
                filter.Year,
                filter.State,
                filter.OrganisationId,
                filter.CuratorId
            )
            .WhereGiven(filter.SupportProgrammeId, id => participation => participation.SupportProgrammeId == id);

        // A person whom the caller may not see leaves an empty cell, which an import takes for «as it is».
        var rows =
            from participation in participations
            join programme in store.SupportProgrammes on participation.SupportProgrammeId equals programme.Id
            join organisation in territory.Organisations on participation.OrganisationId equals organisation.Id
            join seen in territory.Employees on participation.CoordinatorId equals seen.Id into coordinators
            from coordinator in coordinators.DefaultIfEmpty()
            join seen in territory.Employees on participation.CuratorId equals seen.Id into curators
            from curator in curators.DefaultIfEmpty()
            from risk in participation.RiskAssessments.DefaultIfEmpty()
            orderby programme.Code, participation.CycleYear, organisation.Code, participation.Id, risk.FactorNumber
            select new ParticipationRow
            {
                Programme = programme.Name,
                ProgrammeCode = programme.Code,
                Year = participation.CycleYear,
                Organisation = organisation.ShortName,
                OrganisationCode = organisation.Code,
                On = participation.AssignedOn,
                CoordinatorKey = known.Where(key => key.Id == participation.CoordinatorId).Min(key => key.Key),
                Coordinator =
                    coordinator == null
                        ? null
                        : coordinator.LastName
                            + " "
                            + coordinator.FirstName
                            + (coordinator.Patronymic == null ? "" : " " + coordinator.Patronymic),
                CoordinatorSnils = coordinator!.Snils == null ? null : coordinator.Snils!.Value.ToString(),
                CuratorKey = known.Where(key => key.Id == participation.CuratorId).Min(key => key.Key),
                Curator =
                    curator == null
                        ? null
                        : curator.LastName
                            + " "
                            + curator.FirstName
                            + (curator.Patronymic == null ? "" : " " + curator.Patronymic),
                CuratorSnils = curator!.Snils == null ? null : curator.Snils!.Value.ToString(),
                Factor = risk == null ? null : risk.FactorName,
                Level = risk == null ? null : risk.Level,
                ProfileSource = participation.ProfileSource,
                ProfileDate = participation.ProfileDate,
            };
        return rows.AsAsyncEnumerable();
    }
}
