using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Application.Office.Imports;

/// <summary>The datasets with their columns, as far as the caller may bring or take them.</summary>
[Permission(ImportPermissions.Run)]
public sealed record ListDatasets : IQuery<Page<DatasetModel>>;

/// <summary>A dataset.</summary>
public sealed record DatasetModel
{
    /// <summary>Name in addresses.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds.</summary>
    public required string Title { get; init; }

    /// <summary>What to know before the file is filled.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Whether the caller may import files of it.</summary>
    public required bool MayImport { get; init; }

    /// <summary>Whether the caller may export it.</summary>
    public required bool MayExport { get; init; }

    /// <summary>The columns, in their order.</summary>
    public required IReadOnlyList<DatasetColumnModel> Columns { get; init; }
}

/// <summary>A column of a dataset.</summary>
/// <param name="Name">Name in NDJSON and in findings; accepted as a header too.</param>
/// <param name="Header">Header for people.</param>
/// <param name="Aliases">Other headers under which it is known.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Required">Whether each row must fill it.</param>
/// <param name="Personal">Whether it holds protected personal data.</param>
/// <param name="Hint">What to write.</param>
/// <param name="Values">The values to choose from; empty: any.</param>
public sealed record DatasetColumnModel(
    string Name,
    string Header,
    IReadOnlyList<string> Aliases,
    TableColumnType Type,
    bool Required,
    bool Personal,
    string? Hint,
    IReadOnlyList<TableValue> Values
);

internal sealed class ListDatasetsHandler(DatasetCatalogue datasets, Caller caller)
    : IQueryHandler<ListDatasets, Page<DatasetModel>>
{
    public Task<Result<Page<DatasetModel>>> Handle(ListDatasets request, CancellationToken cancellationToken)
    {
        DatasetModel[] open = [.. datasets.All.Select(ToModel).Where(model => model.MayImport || model.MayExport)];
        return Task.FromResult(Result<Page<DatasetModel>>.Accept(new Page<DatasetModel>(open, null, null)));
    }

    private DatasetModel ToModel(Dataset dataset) =>
        new()
        {
            Name = dataset.Name,
            Title = dataset.Title,
            Notes = dataset.Notes,
            MayImport = dataset.Imported && caller.May(dataset.WritePermission),
            MayExport = caller.May(dataset.ReadPermission),
            Columns =
            [
                .. dataset.Columns.Select(column => new DatasetColumnModel(
                    column.Name,
                    column.Header,
                    column.Aliases,
                    column.Type,
                    column.Required,
                    column.Personal,
                    column.Hint,
                    column.Values
                )),
            ],
        };
}
