using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Office.Imports;

namespace MethodCenter.Application.Office.Imports;

/// <summary>What an import is asked to do with what it finds.</summary>
public enum RequestedMode
{
    /// <summary>Check without writing anything.</summary>
    DryRun,

    /// <summary>Write everything or nothing.</summary>
    AllOrNothing,

    /// <summary>Write the valid rows.</summary>
    ValidRows,
}

/// <summary>Takes a file and queues the operation that reads it; it runs with the caller's rights.</summary>
/// <param name="Dataset">What its rows are.</param>
/// <param name="Mode">What to do with what is found.</param>
/// <param name="Source">Whose keys stand in the column of keys.</param>
/// <param name="SkipHidden">Leave out rows that a filter of the sheet hides.</param>
/// <param name="File">The file.</param>
[Permission(ImportPermissions.Run)]
public sealed record StartImport(string Dataset, RequestedMode Mode, string? Source, bool SkipHidden, ImportFile File)
    : ICommand<OperationDetails>;

internal sealed class StartImportValidator : AbstractValidator<StartImport>
{
    public StartImportValidator()
    {
        RuleFor(command => command.Source).SourceName();
        RuleFor(command => command.File.Name)
            .ShortText(Operation.FileNameMaxLength)
            .OverridePropertyName(ImportRules.FileName);
    }
}

internal sealed class StartImportHandler(OperationQueue queue) : ICommandHandler<StartImport, OperationDetails>
{
    public Task<Answer<OperationDetails>> Handle(StartImport request, CancellationToken cancellationToken)
    {
        var mode = request.Mode switch
        {
            RequestedMode.AllOrNothing => ImportMode.AllOrNothing,
            RequestedMode.ValidRows => ImportMode.ValidRows,
            _ => ImportMode.DryRun,
        };
        return queue.AddAsync(
            request.Dataset,
            mode,
            request.Source,
            request.SkipHidden,
            request.File,
            cancellationToken
        );
    }
}
