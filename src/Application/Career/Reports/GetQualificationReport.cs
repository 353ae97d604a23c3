using FluentValidation;
using MethodCenter.Application.Career.Attestations;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Career.Reports;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Career.Reports;

/// <summary>What teachers and heads hold on a day and what of it ends (ATT-25, ATT-26).</summary>
[Permission(AttestationPermissions.ReadQualification)]
public sealed record GetQualificationReport : IReportQuery<QualificationReport>, IPeriodQuery
{
    /// <summary>First day of the period.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the period; the state of this day, or of today where it is still to come.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The period as an academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>The day asked about; today by default.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>People of one organisation.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>People in one position.</summary>
    public Guid? PositionId { get; init; }

    /// <summary>People of one type of institution.</summary>
    public InstitutionGroup? Group { get; init; }

    /// <summary>Of what ends, list only what ends in this term; the counts do not change.</summary>
    public EndingTerm? Term { get; init; }

    /// <summary>True: every teacher with what is held, not only those for whom something ends.</summary>
    public bool? IncludePersons { get; init; }

    public ReportWorkbook ToWorkbook(QualificationReport report) => QualificationReportWorkbook.Of(report);
}

internal sealed class GetQualificationReportValidator : AbstractValidator<GetQualificationReport>
{
    public GetQualificationReportValidator() => RuleFor(query => query.AsOf).ReasonableDay();
}

internal sealed class GetQualificationReportHandler(QualificationRows rows, INorms norms, IClock clock)
    : IQueryHandler<GetQualificationReport, QualificationReport>
{
    public async Task<Result<QualificationReport>> Handle(
        GetQualificationReport request,
        CancellationToken cancellationToken
    )
    {
        if (!request.Day(request.AsOf, clock.Today).Succeeded(out var asOf, out var wrong))
        {
            return wrong;
        }

        var normSet = await norms.GetAsync(cancellationToken);
        var staff = await rows.ReadAsync(request, asOf, cancellationToken);
        List<QualifiedTeacher> teachers = [.. staff.Teachers(normSet)];
        var ending = teachers
            .SelectMany(teacher => teacher.Ending)
            .OrderBy(item => item.EndsOn)
            .ThenBy(item => SearchText.Normalize(item.FullName), StringComparer.Ordinal)
            .ThenBy(item => item.Kind)
            .ToList();
        return new QualificationReport
        {
            AsOf = asOf,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.qualifications.basis"),
            Total = Fill(new QualificationCounts(), teachers),
            Groups =
            [
                .. teachers
                    .GroupBy(teacher => teacher.Place.Group)
                    .OrderBy(group => group.Key)
                    .Select(group =>
                        Fill(new QualificationGroup { Group = group.Key, Name = Texts.Texts.Name(group.Key) }, group)
                    ),
            ],
            Organisations = [.. Organisations(teachers)],
            Positions = [.. Positions(teachers)],
            Ends = [.. Ends(ending)],
            Ending = [.. ending.Where(item => item.Term == (request.Term ?? item.Term))],
            Persons = request.IncludePersons == true ? [.. teachers.Select(teacher => teacher.Item)] : [],
            Heads = Heads(staff, asOf, request.Term),
        };
    }

    private static IEnumerable<QualificationOrganisation> Organisations(List<QualifiedTeacher> teachers) =>
        teachers
            .GroupBy(teacher => teacher.Place.OrganisationId)
            .OrderBy(group => group.First().Place.OrganisationKey, StringComparer.Ordinal)
            .ThenBy(group => group.Key)
            .Select(group =>
                Fill(new QualificationOrganisation { Organisation = group.First().Place.Organisation }, group)
            );

    private static IEnumerable<QualificationPosition> Positions(List<QualifiedTeacher> teachers) =>
        teachers
            .GroupBy(teacher => teacher.Place.PositionId)
            .OrderBy(group => SearchText.Normalize(group.First().Place.PositionName), StringComparer.Ordinal)
            .ThenBy(group => group.Key)
            .Select(group => Fill(new QualificationPosition { Position = group.First().Place.Position }, group));

    private static IEnumerable<EndingKind> Ends(List<EndingItem> ending) =>
        ending
            .GroupBy(item => item.Kind)
            .OrderBy(group => group.Key)
            .Select(group =>
                Count(
                    new EndingKind { Kind = group.Key, Name = Texts.Texts.Name(group.Key) },
                    group.Select(item => item.Term)
                )
            );

    private static HeadQualifications Heads(QualificationStaff staff, DateOnly asOf, EndingTerm? term)
    {
        List<QualifiedHead> heads = [.. staff.Heads()];
        var attested = heads.Count(head => head.Conformity.Valid);
        List<HeadEndingItem> ending =
        [
            .. heads
                .Select(head => head.EndingOn(asOf))
                .OfType<HeadEndingItem>()
                .OrderBy(item => item.DueOn)
                .ThenBy(item => SearchText.Normalize(item.FullName), StringComparer.Ordinal),
        ];
        return new HeadQualifications
        {
            Total = new HeadCounts
            {
                Base = heads.Count,
                Attested = attested,
                NotAttested = heads.Count - attested,
            },
            Ends = Count(new EndingCounts(), ending.Select(item => item.Term)),
            Ending = [.. ending.Where(item => item.Term == (term ?? item.Term))],
        };
    }

    private static T Fill<T>(T row, IEnumerable<QualifiedTeacher> teachers)
        where T : QualificationCounts
    {
        List<Qualification> all = [.. teachers.Select(teacher => teacher.Qualification)];
        int In(QualificationBucket bucket) => all.Count(one => one.Bucket == bucket);
        return row with
        {
            Base = all.Count,
            Highest = In(QualificationBucket.Highest),
            First = In(QualificationBucket.First),
            Conformity = In(QualificationBucket.Conformity),
            None = In(QualificationBucket.None),
            Methodist = all.Count(one => one.IsMethodist),
            Mentor = all.Count(one => one.IsMentor),
        };
    }

    private static T Count<T>(T counts, IEnumerable<EndingTerm> terms)
        where T : EndingCounts
    {
        List<EndingTerm> all = [.. terms];
        int Within(EndingTerm longest) => all.Count(term => term != EndingTerm.Overdue && term <= longest);
        return counts with
        {
            Overdue = all.Count(term => term == EndingTerm.Overdue),
            Within3Months = Within(EndingTerm.ThreeMonths),
            Within6Months = Within(EndingTerm.SixMonths),
            Within12Months = Within(EndingTerm.TwelveMonths),
        };
    }
}
