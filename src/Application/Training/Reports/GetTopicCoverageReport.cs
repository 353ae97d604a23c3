using FluentValidation;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Percents;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Applications;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Learning.Topics;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Training.TrainingRecords;
using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.Reports;

/// <summary>Which share of the teachers has valid training on a topic, and who has applied for it (KEM-38).</summary>
[Permission(ReportPermissions.ReadTrainingCounts)]
public sealed record GetTopicCoverageReport : IReportQuery<TopicCoverageReport>, IPeriodQuery
{
    /// <summary>
    /// One topic, by any of its names or the code; neither case nor the Russian letters «ё» and «е» are distinguished.
    /// Required.
    /// </summary>
    public string? Topic { get; init; }

    /// <summary>First day of the period.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the period; the state of this day, or of today where it is still to come.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The period as an academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>The day asked about; today by default.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>One organisation.</summary>
    public Guid? OrganisationId { get; init; }

    public ReportWorkbook ToWorkbook(TopicCoverageReport report) => TopicCoverageReportWorkbook.Of(report);
}

internal sealed class GetTopicCoverageReportValidator : AbstractValidator<GetTopicCoverageReport>
{
    public GetTopicCoverageReportValidator()
    {
        RuleFor(query => query.Topic).NotEmpty().ShortText(TrainingRecord.TopicMaxLength).Matches(@"[\p{L}\p{Nd}]");
        RuleFor(query => query.AsOf).ReasonableDay();
    }
}

internal sealed class GetTopicCoverageReportHandler(
    TrainingDueRows teachers,
    ITrainingStore training,
    ITerritoryStore territory,
    TopicReader topics,
    INorms norms,
    IClock clock,
    Caller caller
) : IQueryHandler<GetTopicCoverageReport, TopicCoverageReport>
{
    public async Task<Result<TopicCoverageReport>> Handle(
        GetTopicCoverageReport request,
        CancellationToken cancellationToken
    )
    {
        if (!request.Day(request.AsOf, clock.Today).Succeeded(out var asOf, out var wrong))
        {
            return wrong;
        }

        var topic = request.Topic!.Trim();
        var parts = (await topics.ReadAsync(cancellationToken)).PartsOf(topic);
        if (
            !caller.MayThroughout(ReportPermissions.ReadDetails)
            && await CountBearersAsync(parts, cancellationToken) < SmallCells.Least
        )
        {
            return ReportErrors.TopicOfFew;
        }

        var term = TopicTerm.On(asOf, await norms.GetAsync(cancellationToken));
        var counts = await CountAsync(parts, request.OrganisationId, term, cancellationToken);
        var programmes = await ApplicationsAsync(parts, request.OrganisationId, asOf, cancellationToken);
        var (requested, satisfied) = (programmes.Sum(one => one.Requested), programmes.Sum(one => one.Satisfied));
        return new TopicCoverageReport
        {
            Topic = topic,
            AsOf = asOf,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.topic-coverage.basis"),
            ValidMonths = term.Months,
            ValidFrom = term.ValidFrom,
            Rule = term.Rule,
            Total = Total(counts),
            Organisations = [.. counts.Select(Of)],
            Applications = new TopicApplicationCounts
            {
                Requested = requested,
                Satisfied = satisfied,
                SatisfiedPercent = Percent.Of(satisfied, requested),
            },
            Programmes =
            [
                .. programmes
                    .OrderByDescending(one => one.Requested)
                    .ThenByName(one => one.Title)
                    .ThenBy(one => one.ProgrammeId)
                    .Select(one => one with { SatisfiedPercent = Percent.Of(one.Satisfied, one.Requested) }),
            ],
        };
    }

    /// <summary>
    /// Persons who have learnt this very topic, elsewhere or on courses of the centre. Any other words choose programmes, and
    /// so persons, as the asker likes.
    /// </summary>
    private Task<int> CountBearersAsync(IReadOnlyList<string> parts, CancellationToken cancellationToken)
    {
        var elsewhere = training
            .TrainingRecords.Where(record =>
                record.State == TrainingRecordState.Recorded && parts.Any(part => record.TopicsKey.Contains(part))
            )
            .Select(record => record.EmployeeId);
        var here =
            from enrolment in training.Enrolments
            where enrolment.State == EnrolmentState.Completed
            join course in training.Courses on enrolment.CourseId equals course.Id
            join programme in training.Programmes.OnTopic(parts) on course.ProgrammeId equals programme.Id
            select enrolment.EmployeeId;
        return elsewhere.Union(here).CountAsync(cancellationToken);
    }

    /// <summary>The states of each organisation, counted by the database. One SQL command.</summary>
    private Task<List<Count>> CountAsync(
        IReadOnlyList<string> parts,
        Guid? organisationId,
        TopicTerm term,
        CancellationToken cancellationToken
    )
    {
        var validFrom = term.ValidFrom;
        var counts = teachers
            .PlacesOnTopic(term.AsOf, parts)
            .WhereGiven(organisationId, id => row => row.OrganisationId == id)
            .GroupBy(row => row.OrganisationId)
            .Select(group => new
            {
                OrganisationId = group.Key,
                Base = group.Count(),
                Valid = group.Count(row => row.LastOn >= validFrom),
                Never = group.Count(row => row.LastOn == null),
            });
        var all =
            from organisation in teachers.Organisations()
            join count in counts on organisation.Id equals count.OrganisationId
            orderby organisation.NameKey, organisation.Id
            select new Count
            {
                Organisation = new OrganisationReference
                {
                    Id = organisation.Id,
                    Code = organisation.Code,
                    ShortName = organisation.ShortName,
                },
                Base = count.Base,
                Valid = count.Valid,
                Never = count.Never,
            };
        return all.AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>Applications up to the day for programmes on the topic, whatever words their titles have. One SQL command.</summary>
    private Task<List<TopicApplications>> ApplicationsAsync(
        IReadOnlyList<string> parts,
        Guid? organisationId,
        DateOnly asOf,
        CancellationToken cancellationToken
    )
    {
        var (organisations, employees) = (territory.OrganisationsOutside, territory.EmployeesOutside);
        var applications = training
            .Applications.Where(application =>
                application.State != ApplicationState.Withdrawn
                && application.SubmittedOn <= asOf
                && !organisations.Contains(application.OrganisationId)
                && !employees.Contains(application.EmployeeId)
            )
            .WhereGiven(organisationId, id => application => application.OrganisationId == id);
        var found =
            from application in applications
            join programme in training.Programmes.OnTopic(parts) on application.ProgrammeId equals programme.Id
            group application by new { programme.Id, programme.Title } into requested
            select new TopicApplications
            {
                ProgrammeId = requested.Key.Id,
                Title = requested.Key.Title,
                Requested = requested.Count(),
                Satisfied = requested.Count(application =>
                    application.State == ApplicationState.Approved || application.State == ApplicationState.Referred
                ),
            };
        return found.ToListAsync(cancellationToken);
    }

    private static TopicCoverageCounts Total(List<Count> counts)
    {
        var whole = counts.Sum(count => count.Base);
        return new TopicCoverageCounts
        {
            Base = whole,
            Valid = TrainingDueShare.Of(counts.Sum(count => count.Valid), whole),
            Expired = TrainingDueShare.Of(counts.Sum(count => count.Expired), whole),
            Never = TrainingDueShare.Of(counts.Sum(count => count.Never), whole),
        };
    }

    private static TopicCoverageOrganisation Of(Count count) =>
        new()
        {
            Organisation = count.Organisation,
            Base = count.Base,
            Valid = TrainingDueShare.Of(count.Valid, count.Base),
            Expired = TrainingDueShare.Of(count.Expired, count.Base),
            Never = TrainingDueShare.Of(count.Never, count.Base),
        };

    private sealed class Count
    {
        public OrganisationReference Organisation { get; init; } = null!;

        public int Base { get; init; }

        public int Valid { get; init; }

        public int Never { get; init; }

        public int Expired => Base - Valid - Never;
    }
}
