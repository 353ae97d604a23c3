using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Application.Office.Imports;

/// <summary>An empty file of a dataset: headers, hints and lists of values to choose from.</summary>
[Permission(ImportPermissions.Run)]
public sealed record GetImportTemplate(string Dataset, TableFormat Format) : IQuery<FileAnswer>;

internal sealed class GetImportTemplateHandler(DatasetCatalogue datasets, ITableFiles tables)
    : IQueryHandler<GetImportTemplate, FileAnswer>
{
    public Task<Result<FileAnswer>> Handle(GetImportTemplate request, CancellationToken cancellationToken) =>
        Task.FromResult(datasets.FindImported(request.Dataset).Map(dataset => Template(dataset, request.Format)));

    private FileAnswer Template(Dataset dataset, TableFormat format)
    {
        var template = new TableTemplate(
            dataset.Title,
            [
                .. dataset
                    .Columns.Where(column => !column.ImportOnly && !column.IsBeside)
                    .Select(column => column.ToTable()),
            ],
            dataset.Notes
        );
        return new FileAnswer
        {
            Name = $"{dataset.Title}, шаблон",
            Format = format,
            WriteAsync = (output, token) => tables.WriteTemplateAsync(output, format, template, token),
        };
    }
}
