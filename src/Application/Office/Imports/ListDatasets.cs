using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Domain.Common;

namespace MethodCenter.Application.Office.Imports;

/// <summary>The datasets with their columns, as far as the caller may bring or take them.</summary>
[Permission(ImportPermissions.Run)]
public sealed record ListDatasets : IQuery<IReadOnlyList<DatasetModel>>;

/// <summary>Набор данных.</summary>
/// <param name="Name">Name in addresses.</param>
/// <param name="Title">What it holds.</param>
/// <param name="Notes">What to know before the file is filled.</param>
/// <param name="MayImport">Whether the caller may bring files of it.</param>
/// <param name="MayExport">Whether the caller may take it.</param>
/// <param name="Columns">The columns.</param>
public sealed record DatasetModel(
    string Name,
    string Title,
    IReadOnlyList<string> Notes,
    bool MayImport,
    bool MayExport,
    IReadOnlyList<DatasetColumnModel> Columns
);

/// <summary>Столбец набора данных.</summary>
/// <param name="Name">Name in NDJSON and findings; good as a header too.</param>
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
    : IQueryHandler<ListDatasets, IReadOnlyList<DatasetModel>>
{
    public Task<Result<IReadOnlyList<DatasetModel>>> Handle(
        ListDatasets request,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            Result<IReadOnlyList<DatasetModel>>.Accept([
                .. datasets.All.Select(ToModel).Where(model => model.MayImport || model.MayExport),
            ])
        );

    private DatasetModel ToModel(Dataset dataset) =>
        new(
            dataset.Name,
            dataset.Title,
            dataset.Notes,
            caller.May(dataset.WritePermission),
            caller.May(dataset.ReadPermission),
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
            ]
        );
}
