using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Office.StatedFigures;

/// <summary>The reports that the caller may read, with their periods, parameters and cells.</summary>
[Permission(ReportPermissions.List)]
public sealed record ListReports : IQuery<Page<ReportModel>>;

/// <summary>A report.</summary>
public sealed record ReportModel
{
    /// <summary>The code under which figures are published for it.</summary>
    public required ReportCode Code { get; init; }

    /// <summary>What it is called, in the caller's language.</summary>
    public required string Title { get; init; }

    /// <summary>Where it is read, below the base of the API.</summary>
    public required string Address { get; init; }

    /// <summary>By what it counts.</summary>
    public required ReportPeriodKind Period { get; init; }

    /// <summary>How a period of it is written in a stated figure.</summary>
    public required string PeriodExample { get; init; }

    /// <summary>What it may be asked for.</summary>
    public required IReadOnlyList<string> Parameters { get; init; }

    /// <summary>Its kinds of rows.</summary>
    public required IReadOnlyList<ReportCellsModel> Cells { get; init; }
}

/// <summary>Rows of one kind.</summary>
public sealed record ReportCellsModel
{
    /// <summary>Name in keys.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called, in the caller's language.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// The form of a key: <c>organisation:{organisation}</c>; what stands in square brackets may be left out. With
    /// <c>#</c> and a measure it names another than the first.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>What tells the rows apart.</summary>
    public required IReadOnlyList<ReportDimensionModel> Dimensions { get; init; }

    /// <summary>What is counted in each row; the first is meant where a key names none.</summary>
    public required IReadOnlyList<ReportMeasureModel> Measures { get; init; }

    /// <summary>The kinds to whose rows they add up.</summary>
    public required IReadOnlyList<string> PartOf { get; init; }
}

/// <summary>What tells rows apart.</summary>
public sealed record ReportDimensionModel
{
    /// <summary>Name in the form of the key.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called, in the caller's language.</summary>
    public required string Title { get; init; }

    /// <summary>The values to choose from; empty: any.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>A row may be without it.</summary>
    public required bool Optional { get; init; }

    /// <summary>The report is asked for one value of it.</summary>
    public required bool Parameter { get; init; }
}

/// <summary>What is counted.</summary>
/// <param name="Code">Name behind <c>#</c>.</param>
/// <param name="Title">What it is called, in the caller's language.</param>
/// <param name="Unit">In what it is counted.</param>
/// <param name="Base">Of a share, the measure that is its whole; null: it is none.</param>
public sealed record ReportMeasureModel(string Code, string Title, ReportUnit Unit, string? Base);

internal sealed class ListReportsHandler(Caller caller) : IQueryHandler<ListReports, Page<ReportModel>>
{
    public Task<Result<Page<ReportModel>>> Handle(ListReports request, CancellationToken cancellationToken)
    {
        ReportModel[] open =
        [
            .. ReportCatalogue
                .All.Where(report => caller.May(PermissionAttribute.Of(report.QueryType).Permission))
                .Select(ToModel),
        ];
        return Task.FromResult(Result<Page<ReportModel>>.Accept(new Page<ReportModel>(open, null, null)));
    }

    private static ReportModel ToModel(ReportDeclaration report) =>
        new()
        {
            Code = report.Code,
            Title = report.Title,
            Address = report.Address,
            Period = report.Sheet.Period,
            PeriodExample = ExampleOf(report.Sheet.Period),
            Parameters =
            [
                .. report
                    .QueryType.GetProperties()
                    .Where(member => member.CanWrite && member.DeclaringType != typeof(ListQuery))
                    .Select(member => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(member.Name)),
            ],
            Cells = [.. report.Sheet.Kinds.Select(kind => ToModel(report, kind))],
        };

    private static string ExampleOf(ReportPeriodKind kind) =>
        kind switch
        {
            ReportPeriodKind.AcademicYear => "2019-2020",
            ReportPeriodKind.CalendarYear => "2020",
            ReportPeriodKind.Day => "2020-08-31",
            ReportPeriodKind.Days => "2020-01-01/2020-06-30",
            _ => ReportPeriod.Always,
        };

    private static ReportCellsModel ToModel(ReportDeclaration report, ReportCellKind kind) =>
        new()
        {
            Code = kind.Code,
            Title = report.Word(kind.Code),
            Key = kind.Form,
            Dimensions =
            [
                .. kind.Dimensions.Select(one => new ReportDimensionModel
                {
                    Code = one.Code,
                    Title = report.Word(one.Code),
                    Values = one.Values ?? [],
                    Optional = one.IsOptional || one.MayBeEmpty,
                    Parameter = one.IsParameter,
                }),
            ],
            Measures =
            [
                .. kind.Measures.Select(one => new ReportMeasureModel(
                    one.Code,
                    report.Word(one.Code),
                    one.Unit,
                    one.Base
                )),
            ],
            PartOf = kind.PartOf,
        };
}
