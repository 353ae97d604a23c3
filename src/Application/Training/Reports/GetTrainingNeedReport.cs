using FluentValidation;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Training.TrainingNeeds;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Training.TrainingNeeds;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.Reports;

/// <summary>The needs of a year, by programme or topic and by organisation, with how many are trained by now (POL-22).</summary>
[Permission(ReportPermissions.ReadTrainingCounts)]
public sealed record GetTrainingNeedReport : IReportQuery<TrainingNeedReport>, IPeriodQuery
{
    /// <summary>First day of the period: the first of a calendar year.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the period: the last of the calendar year.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The report goes by calendar years: an academic year is refused with that reason.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>Calendar year in which the training is wanted; the current one by default.</summary>
    public int? Year { get; init; }

    /// <summary>Needs of one organisation.</summary>
    public Guid? OrganisationId { get; init; }

    public ReportWorkbook ToWorkbook(TrainingNeedReport report) => TrainingNeedReportWorkbook.Of(report);
}

internal sealed class GetTrainingNeedReportValidator : AbstractValidator<GetTrainingNeedReport>
{
    public GetTrainingNeedReportValidator() =>
        RuleFor(query => query.Year).InclusiveBetween(TrainingNeed.FirstYear, TrainingNeed.LastYear);
}

internal sealed class GetTrainingNeedReportHandler(
    ITrainingStore training,
    ITerritoryStore territory,
    IClock clock,
    Caller caller
) : IQueryHandler<GetTrainingNeedReport, TrainingNeedReport>
{
    public async Task<Result<TrainingNeedReport>> Handle(
        GetTrainingNeedReport request,
        CancellationToken cancellationToken
    )
    {
        if (!request.CalendarYear(request.Year, clock.Today).Succeeded(out var year, out var wrong))
        {
            return wrong;
        }

        var needs = await Needs(year, request.OrganisationId).ToListAsync(cancellationToken);
        return new TrainingNeedReport
        {
            Year = year,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.training-needs.basis"),
            Total = Fill(new TrainingNeedCounts(), needs),
            Subjects =
            [
                .. needs
                    .GroupBy(need => need.SubjectKey)
                    .Select(group =>
                        Fill(
                            new TrainingNeedSubject
                            {
                                ProgrammeId = group.First().ProgrammeId,
                                Subject = group.Min(need => need.Title)!,
                                Organisations = ByOrganisation(group),
                            },
                            group
                        )
                    )
                    .OrderByDescending(subject => subject.People)
                    .ThenBy(subject => SearchText.Normalize(subject.Subject), StringComparer.Ordinal),
            ],
            Organisations = ByOrganisation(needs),
        };
    }

    /// <summary>One SQL command. What a person has studied stays with him, so that part has no filter by organisations.</summary>
    private IQueryable<Need> Needs(int year, Guid? organisationId)
    {
        var (all, reach) = (caller.Scope.AllOrganisations, caller.Scope.OrganisationIds);
        var employees = territory.EmployeesOutside;
        var separator = TrainingRecord.TopicSeparator.ToString();
        var rows =
            from need in training.TrainingNeeds.WhereGiven(organisationId, id => need => need.OrganisationId == id)
            where
                need.Year == year
                && need.State != TrainingNeedState.Declined
                && (need.EmployeeId == null || !employees.Contains(need.EmployeeId.Value))
                && (all || reach.Contains(need.OrganisationId))
            join organisation in territory.Organisations.Where(one => !one.OutsideTerritory)
                on need.OrganisationId equals organisation.Id
            join named in training.Programmes on need.ProgrammeId equals (Guid?)named.Id into chosen
            from programme in chosen.DefaultIfEmpty()
            select new Need
            {
                OrganisationId = organisation.Id,
                OrganisationCode = organisation.Code,
                OrganisationName = organisation.ShortName,
                ProgrammeId = need.ProgrammeId,
                SubjectKey = need.SubjectKey,
                Title = programme == null ? need.Topic! : programme.Title,
                People = need.People,
                IsNamed = need.EmployeeId != null,
                IsPlanned = need.State == TrainingNeedState.Planned,
                IsTrained =
                    need.State == TrainingNeedState.Satisfied
                    || training
                        .Set<TrainingRecord>()
                        .Any(record =>
                            record.EmployeeId == need.EmployeeId
                            && record.State == TrainingRecordState.Recorded
                            && record.CompletedOn >= need.StatedOn
                            && (
                                need.ProgrammeId == null
                                    ? record.TopicsKey.Contains(separator + need.SubjectKey + separator)
                                    : record.TitleKey == programme!.TitleKey
                            )
                        )
                    || training
                        .Set<Enrolment>()
                        .Any(enrolment =>
                            enrolment.EmployeeId == need.EmployeeId
                            && enrolment.State == EnrolmentState.Completed
                            && training
                                .Set<Course>()
                                .Any(course =>
                                    course.Id == enrolment.CourseId
                                    && course.ProgrammeId == need.ProgrammeId
                                    && course.EndsOn >= need.StatedOn
                                )
                        ),
            };
        return rows.IgnoreQueryFilters([QueryFilters.Organisations]).AsNoTracking();
    }

    private static TrainingNeedOrganisation[] ByOrganisation(IEnumerable<Need> needs) =>
        [
            .. needs
                .GroupBy(need => need.OrganisationId)
                .Select(group =>
                    Fill(
                        new TrainingNeedOrganisation
                        {
                            Organisation = new OrganisationReference
                            {
                                Id = group.Key,
                                Code = group.First().OrganisationCode,
                                ShortName = group.First().OrganisationName,
                            },
                        },
                        group
                    )
                )
                .OrderBy(row => SearchText.Normalize(row.Organisation.ShortName), StringComparer.Ordinal),
        ];

    private static TCounts Fill<TCounts>(TCounts counts, IEnumerable<Need> needs)
        where TCounts : TrainingNeedCounts
    {
        var all = needs.ToList();
        var (people, trained) = (
            all.Sum(need => need.People),
            all.Where(need => need.IsTrained).Sum(need => need.People)
        );
        return (TCounts)
            (TrainingNeedCounts)(
                counts with
                {
                    People = people,
                    Named = all.Where(need => need.IsNamed).Sum(need => need.People),
                    Planned = all.Where(need => need.IsPlanned).Sum(need => need.People),
                    Trained = trained,
                    TrainedPercent = TrainingDueShare.Of(trained, people).Percent,
                }
            );
    }

    private sealed class Need
    {
        public Guid OrganisationId { get; init; }

        public string OrganisationCode { get; init; } = "";

        public string OrganisationName { get; init; } = "";

        public Guid? ProgrammeId { get; init; }

        public string SubjectKey { get; init; } = "";

        public string Title { get; init; } = "";

        public int People { get; init; }

        public bool IsNamed { get; init; }

        public bool IsPlanned { get; init; }

        public bool IsTrained { get; init; }
    }
}
