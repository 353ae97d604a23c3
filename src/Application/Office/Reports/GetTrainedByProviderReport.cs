using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Training;
using MethodCenter.Application.Training.TrainingRecords;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Office.Reports;

/// <summary>Who was trained in a year, by provider, kind and hours, with totals (SPB-18).</summary>
[Permission(ReportPermissions.Read)]
public sealed record GetTrainedByProviderReport : IReportQuery<TrainedByProviderReport>, IPeriodQuery
{
    /// <summary>Academic year, e.g. <c>2019-2020</c>; the current one by default.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>First day of an academic year, instead of <c>academicYear</c>; with <c>to</c>.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the academic year.</summary>
    public DateOnly? To { get; init; }

    public ReportWorkbook ToWorkbook(TrainedByProviderReport report) => TrainedByProviderReportWorkbook.Of(report);
}

internal sealed class GetTrainedByProviderReportHandler(
    ITrainingStore training,
    ITerritoryStore territory,
    IClock clock,
    Caller caller
) : IQueryHandler<GetTrainedByProviderReport, TrainedByProviderReport>
{
    public async Task<Result<TrainedByProviderReport>> Handle(
        GetTrainedByProviderReport request,
        CancellationToken cancellationToken
    )
    {
        if (!request.Year(clock.Today).Succeeded(out var year, out var error))
        {
            return error;
        }

        var outside = await OutsideAsync(year, cancellationToken);
        var own = await OwnAsync(year, cancellationToken);
        List<TrainedByProviderRow> providers =
        [
            .. outside
                .GroupBy(count => count.ProviderKey)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Row(group.Min(count => count.Provider)!, own: false, [.. group])),
        ];
        if (own.Count > 0)
        {
            var centre = await territory
                .Centres.Where(centre => centre.Id == caller.Scope.CentreId)
                .Select(centre => centre.ShortName)
                .SingleAsync(cancellationToken);
            providers.Add(Row(centre, own: true, own));
        }

        return new TrainedByProviderReport
        {
            AcademicYear = year,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.trained-by-provider.basis"),
            Providers = providers,
            Total = new ReportFigure { Value = providers.Sum(provider => provider.Total.Value) },
        };
    }

    /// <summary>Training that was completed elsewhere on a day of the year.</summary>
    private Task<List<Count>> OutsideAsync(AcademicYear year, CancellationToken cancellationToken)
    {
        var (from, to) = (year.From, year.To);
        var (organisations, employees) = (territory.OrganisationsOutside, territory.EmployeesOutside);
        return training
            .TrainingRecords.Where(record =>
                record.State == TrainingRecordState.Recorded
                && record.CompletedOn >= from
                && record.CompletedOn <= to
                && !organisations.Contains(record.OrganisationId)
                && !employees.Contains(record.EmployeeId)
            )
            .GroupBy(record => new
            {
                record.ProviderKey,
                record.TitleKey,
                record.Kind,
                record.Hours,
            })
            .Select(group => new Count(
                group.Key.ProviderKey,
                group.Min(record => record.Provider),
                group.Min(record => record.Title)!,
                group.Key.Kind,
                group.Key.Hours,
                group.Count()
            ))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Who completed a course at the centre that ended on a day of the year; what is entered as a record is not of its own courses.</summary>
    private Task<List<Count>> OwnAsync(AcademicYear year, CancellationToken cancellationToken)
    {
        var (first, last) = (year.From, year.To);
        var (organisations, employees) = (territory.OrganisationsOutside, territory.EmployeesOutside);
        return (
            from enrolment in training.Enrolments
            join course in training.Courses on enrolment.CourseId equals course.Id
            join programme in training.Programmes on course.ProgrammeId equals programme.Id
            where
                enrolment.State == EnrolmentState.Completed
                && course.EndsOn >= first
                && course.EndsOn <= last
                && !organisations.Contains(enrolment.OrganisationId)
                && !employees.Contains(enrolment.EmployeeId)
            group course by new
            {
                course.Title,
                programme.Kind,
                course.Hours,
            } into trained
            select new Count(null, null, trained.Key.Title, trained.Key.Kind, trained.Key.Hours, trained.Count())
        ).ToListAsync(cancellationToken);
    }

    private static TrainedByProviderRow Row(string provider, bool own, List<Count> counts) =>
        new()
        {
            Provider = provider,
            Own = own,
            Hours =
            [
                .. counts
                    .GroupBy(count => (count.Kind, count.Hours))
                    .OrderByDescending(group => group.Key.Hours)
                    .ThenBy(group => group.Key.Kind)
                    .Select(group => new TrainedByHours
                    {
                        Kind = group.Key.Kind,
                        Hours = group.Key.Hours,
                        Value = group.Sum(count => count.Learners),
                    }),
            ],
            Programmes =
            [
                .. counts
                    .OrderByDescending(count => count.Learners)
                    .ThenByName(count => count.Title)
                    .Select(count => new TrainedByProgramme
                    {
                        Title = count.Title,
                        Kind = count.Kind,
                        Hours = count.Hours,
                        Learners = count.Learners,
                    }),
            ],
            Total = new ReportFigure { Value = counts.Sum(count => count.Learners) },
        };

    private sealed record Count(
        string? ProviderKey,
        string? Provider,
        string Title,
        ProgrammeKind Kind,
        int? Hours,
        int Learners
    );
}
