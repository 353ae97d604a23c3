using FluentValidation;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Office.Audit;

namespace MethodCenter.Application.Office.Imports;

/// <summary>What an export holds, and for what.</summary>
public sealed record ExportQuery
{
    /// <summary>Kind of file.</summary>
    public TableFormat Format { get; init; } = TableFormat.Csv;

    /// <summary>Whose keys stand in the column of keys.</summary>
    public string? Source { get; init; }

    /// <summary>Also the columns of protected personal data; needs the permission and a purpose, and is logged.</summary>
    public bool Personal { get; init; }

    /// <summary>Purpose of taking protected data, 5–200 characters; it stays in the audit.</summary>
    public string? Purpose { get; init; }
}

/// <summary>Writes the rows of a dataset as a file: those that the caller may see and the filters of the list let through.</summary>
/// <remarks>A command, since taking protected personal data is logged (PD-4).</remarks>
[Permission(ImportPermissions.Export)]
public sealed record ExportRows(string Dataset, ExportQuery Query, ListQuery Filter) : ICommand<FileAnswer>;

internal sealed class ExportRowsValidator : AbstractValidator<ExportRows>
{
    public ExportRowsValidator()
    {
        RuleFor(command => command.Query.Source).SourceName().OverridePropertyName("source");
        RuleFor(command => command.Query.Purpose)
            .NotEmpty()
            .MinimumLength(5)
            .ShortText(AuditEntry.PurposeMaxLength)
            .When(command => command.Query.Personal)
            .OverridePropertyName("purpose");
    }
}

internal sealed class ExportRowsHandler(
    DatasetCatalogue datasets,
    ITableFiles tables,
    IAuditLog audit,
    IServiceProvider services,
    ICentreName centreName,
    IClock clock,
    Caller caller
) : ICommandHandler<ExportRows, FileAnswer>
{
    public Task<Answer<FileAnswer>> Handle(ExportRows request, CancellationToken cancellationToken) =>
        Task.FromResult(Export(request));

    private Answer<FileAnswer> Export(ExportRows request)
    {
        if (!datasets.Find(request.Dataset).Succeeded(out var dataset, out var error))
        {
            return error;
        }

        var (format, personal) = (
            request.Query.Format,
            request.Query.Personal && dataset.PersonalPermission is not null
        );
        if (Open(dataset, personal) is { } refusal)
        {
            return refusal;
        }

        if (personal)
        {
            audit.RecordRead(
                dataset.Name,
                caller.Scope.CentreId,
                [.. dataset.Columns.Where(column => column.Personal).Select(column => column.Name)],
                request.Query.Purpose!
            );
        }

        var options = new ExportOptions(request.Query.Source, personal, format == TableFormat.Ndjson);
        TableColumn[] columns = [.. dataset.ColumnsFor(options).Select(column => column.ToTable())];
        var day = PaperWords.Short(clock.Today);
        return new FileAnswer
        {
            Name = $"{dataset.Title} на {day}",
            Format = format,
            WriteAsync = async (output, token) =>
            {
                var print =
                    format == TableFormat.Xlsx
                        ? new TablePrint(await centreName.GetAsync(token), $"{dataset.Title} на {day}")
                        : null;
                await using var writer = tables.Write(output, format, columns, print);
                await dataset.WriteAsync(services, request.Filter, options, writer, token);
            },
        };
    }

    /// <summary>Opens the rows that may be read; with protected data, those of them whose protected data may be read.</summary>
    private Error? Open(Dataset dataset, bool personal)
    {
        if (caller.Authorise(new PermissionAttribute(dataset.ReadPermission)) is { } refusal)
        {
            return refusal;
        }

        var scope = caller.Scope;
        var readable = scope.AllOrganisations ? null : scope.OrganisationIds;
        if (!personal)
        {
            return null;
        }

        if (caller.Authorise(new PermissionAttribute(dataset.PersonalPermission!)) is { } forbidden)
        {
            return forbidden;
        }

        if (readable is not null)
        {
            scope.Open(
                scope.CentreId,
                scope.AllOrganisations ? readable : [.. scope.OrganisationIds.Intersect(readable)]
            );
        }

        return null;
    }
}
