using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Office.Imports;

namespace MethodCenter.Api.Office.Imports;

/// <summary>Import, export and long operations.</summary>
internal static class ImportEndpoints
{
    private static readonly Heading Tables = new(
        "Import and export",
        "Fetch a template, load a table in XLSX or CSV, after a trial run if you like, and export tables."
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var imports = routes.MapArea("imports", Tables);
        imports.Get("", ListDatasets);
        imports.Post("{dataset}", StartImport);
        imports.Post("{dataset}/compare", CompareFile);
        imports.Get("{dataset}/template", GetImportTemplate);
        routes.MapArea("exports", Tables).Get("{dataset}", ExportRows);

        var operations = routes.MapArea(
            "operations",
            new Heading(
                "Operations",
                "See how far an import or another long work has come and what it refused, or cancel it."
            )
        );
        operations.Get("", ListOperations);
        operations.Get("{id:guid}", GetOperation);

        // Without an idempotency key: on SQLite its transaction would wait for the very import that is to end.
        operations.MapPost("{id:guid}/cancellation", CancelOperation).WithName(nameof(CancelOperation));
        operations.Get("{id:guid}/findings", ListOperationFindings);
        operations.Get("{id:guid}/file", GetOperationFile);
    }

    /// <summary>List datasets</summary>
    /// <remarks>What files may import and export: columns, their headers, types, values and hints.</remarks>
    private static Task<OkOutcome<Page<DatasetModel>>> ListDatasets(Web web) => web.Read(new ListDatasets());

    /// <summary>Upload a file</summary>
    /// <remarks>
    /// CSV (comma, semicolon or tab; UTF-8 or Windows-1251), XLSX or NDJSON as the body. Answers at once with an operation;
    /// follow it at its address. Without <c>mode</c> the file is only checked.
    /// </remarks>
    private static Task<AcceptedOutcome<OperationDetails>> StartImport(
        string dataset,
        Query<ImportQuery> query,
        Upload file,
        Web web
    ) =>
        web.Accept(
            new StartImport(
                dataset,
                query.Value.Mode,
                query.Value.Source,
                query.Value.SkipHidden,
                file.Named(query.Value.FileName, dataset)
            ),
            operation => $"{Routes.Base}/operations/{operation.Id}"
        );

    /// <summary>Compare a file with the database</summary>
    /// <remarks>
    /// Reports what is new, changed, missing and equal in a complete file, and changes nothing: let a person review it
    /// before the import. The answer is an operation; the differences are its findings.
    /// </remarks>
    private static Task<AcceptedOutcome<OperationDetails>> CompareFile(
        string dataset,
        Query<CompareQuery> query,
        Upload file,
        Web web
    ) =>
        web.Accept(
            new CompareFile(
                dataset,
                query.Value.Source,
                query.Value.SkipHidden,
                file.Named(query.Value.FileName, dataset)
            ),
            operation => $"{Routes.Base}/operations/{operation.Id}"
        );

    /// <summary>Template of a file</summary>
    /// <remarks>An empty file with headers; as XLSX also with hints and lists of values to choose from.</remarks>
    private static Task<FileOutcome> GetImportTemplate(string dataset, Query<TemplateQuery> query, Web web) =>
        web.File(new GetImportTemplate(dataset, query.Value.Format));

    /// <summary>Export a dataset</summary>
    /// <remarks>
    /// The rows that the caller may see, by the filters of the list of the same name, in the columns of the import. Columns
    /// of protected personal data come only with <c>personal=true</c>, the permission and a purpose; that is logged.
    /// </remarks>
    private static Task<FileOutcome> ExportRows(string dataset, ExportRequest request, Web web) =>
        web.File(new ExportRows(dataset, request.Query, request.Filter));

    /// <summary>List operations</summary>
    /// <remarks>
    /// The caller's own, the latest first; those who manage the accounts of the centre see all of its operations.
    /// </remarks>
    private static Task<OkOutcome<Page<OperationListItem>>> ListOperations(Query<ListOperations> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Operation</summary>
    /// <remarks>State, progress and outcome.</remarks>
    private static Task<OkOutcome<OperationDetails>> GetOperation(Guid id, Web web) => web.Read(new GetOperation(id));

    /// <summary>Cancel an operation</summary>
    /// <remarks>
    /// A waiting operation ends at once, a running one at its next step; what the mode has written by then stays. Takes
    /// no <c>Idempotency-Key</c>: cancelling twice is the same as cancelling once.
    /// </remarks>
    private static Task<OkOutcome<OperationDetails>> CancelOperation(Guid id, Web web) =>
        web.Change(new CancelOperation(id));

    /// <summary>Findings of an operation</summary>
    /// <remarks>Problems, doubts and differences by row and column; kept for some days.</remarks>
    private static Task<OkOutcome<Page<OperationFindingItem>>> ListOperationFindings(
        Guid id,
        Query<ListOperationFindings> query,
        Web web
    ) => web.Read(query.Value with { Id = id });

    /// <summary>File of findings</summary>
    /// <remarks>As a list (CSV), or as the file that was sent with the findings beside its rows.</remarks>
    private static Task<FileOutcome> GetOperationFile(Guid id, Query<OperationFileQuery> query, Web web) =>
        web.File(new GetOperationFile(id, query.Value.Layout));
}

/// <summary>How a file is to be imported.</summary>
[LimitsOf(typeof(StartImport))]
public sealed record ImportQuery
{
    /// <summary>What to do with what is found; without it the file is only checked.</summary>
    public RequestedMode Mode { get; init; }

    /// <summary>The system whose keys the column of keys holds, e.g. <c>1c</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Leave out rows of a sheet that a filter hides; without it they are taken and told.</summary>
    public bool SkipHidden { get; init; }

    /// <summary>Name of the file, for people.</summary>
    public string? FileName { get; init; }
}

/// <summary>What a file is to be compared with.</summary>
[LimitsOf(typeof(CompareFile))]
public sealed record CompareQuery
{
    /// <summary>The system whose keys the column of keys holds, e.g. <c>1c</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Leave out rows of a sheet that a filter hides; without it they are taken and told.</summary>
    public bool SkipHidden { get; init; }

    /// <summary>Name of the file, for people.</summary>
    public string? FileName { get; init; }
}

/// <summary>Which template.</summary>
public sealed record TemplateQuery
{
    /// <summary>Kind of file.</summary>
    public TableFormat Format { get; init; } = TableFormat.Xlsx;
}

/// <summary>Which file.</summary>
public sealed record OperationFileQuery
{
    /// <summary>A list of findings, or the file that was sent with the findings beside its rows.</summary>
    public FindingsLayout Layout { get; init; }
}
