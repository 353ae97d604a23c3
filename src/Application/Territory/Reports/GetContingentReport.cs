using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Territory.Contingents;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Territory.Contingents;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Reports;

/// <summary>Schools of the network and their pupils in an academic year, by ownership, grade and school.</summary>
[Permission(ReportPermissions.Read)]
public sealed record GetContingentReport : IReportQuery<ContingentReport>, IPeriodQuery
{
    /// <summary>First day of the period: the first of an academic year.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the period: the last of the academic year.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Academic year; the current one by default.</summary>
    public AcademicYear? AcademicYear { get; init; }

    public ReportWorkbook ToWorkbook(ContingentReport report) => ContingentReportWorkbook.Of(report);
}

internal sealed class GetContingentReportHandler(ITerritoryStore store, IClock clock)
    : IQueryHandler<GetContingentReport, ContingentReport>
{
    public async Task<Result<ContingentReport>> Handle(GetContingentReport request, CancellationToken cancellationToken)
    {
        if (!request.Year(clock.Today).Succeeded(out var year, out var wrong))
        {
            return wrong;
        }

        var schools = await ReadAsync(year, cancellationToken);
        var grades = schools.SelectMany(school => school.Grades).ToList();
        return new ContingentReport
        {
            AcademicYear = year,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.contingent.basis"),
            Total = Count(new ContingentCounts(), schools),
            Ownerships =
            [
                .. schools
                    .GroupBy(school => school.Ownership)
                    .OrderBy(group => group.Key is null)
                    .ThenBy(group => group.Key)
                    .Select(group => Count(new ContingentOwnership { Ownership = group.Key }, [.. group])),
            ],
            Grades =
            [
                .. grades
                    .GroupBy(one => one.Grade)
                    .OrderBy(group => group.Key)
                    .Select(group => new ContingentGrade
                    {
                        Grade = group.Key,
                        Pupils = group.Sum(one => one.Pupils),
                        Classes = group.Sum(one => one.Classes ?? 0),
                        Reported = group.Count(),
                    }),
            ],
            Organisations =
            [
                .. schools
                    .Where(school => school.Grades.Count > 0)
                    .OrderBy(school => SearchText.Normalize(school.Organisation.ShortName), StringComparer.Ordinal)
                    .Select(school => new ContingentOrganisation
                    {
                        Organisation = school.Organisation,
                        Pupils = school.Grades.Sum(one => one.Pupils),
                        Classes = school.Grades.Sum(one => one.Classes ?? 0),
                    }),
            ],
        };
    }

    /// <summary>The schools of the network that stood in the year, with their grades. One SQL command.</summary>
    private Task<List<School>> ReadAsync(AcademicYear year, CancellationToken cancellationToken)
    {
        var (contingents, from) = (store.Contingents, year.From);
        return store
            .Organisations.AsNoTracking()
            .Where(organisation =>
                organisation.Group == InstitutionGroup.School
                && !organisation.OutsideTerritory
                && (
                    organisation.Status != OrganisationStatus.Closed
                    || (organisation.StatusSince != null && organisation.StatusSince > from)
                )
            )
            .OrderBy(organisation => organisation.Id)
            .Select(organisation => new School
            {
                Organisation = new OrganisationReference
                {
                    Id = organisation.Id,
                    Code = organisation.Code,
                    ShortName = organisation.ShortName,
                },
                Ownership = organisation.Ownership,
                Grades = contingents
                    .Where(one => one.OrganisationId == organisation.Id && one.AcademicYear == year && one.Pupils > 0)
                    .OrderBy(one => one.Grade)
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
    }

    private static TCounts Count<TCounts>(TCounts counts, List<School> schools)
        where TCounts : ContingentCounts =>
        (TCounts)
            (ContingentCounts)(
                counts with
                {
                    Schools = schools.Count,
                    Reported = schools.Count(school => school.Grades.Count > 0),
                    Pupils = schools.Sum(school => school.Grades.Sum(one => one.Pupils)),
                    Classes = schools.Sum(school => school.Grades.Sum(one => one.Classes ?? 0)),
                }
            );

    private sealed class School
    {
        public OrganisationReference Organisation { get; init; } = null!;

        public OrganisationOwnership? Ownership { get; init; }

        public List<Contingent> Grades { get; init; } = [];
    }
}
