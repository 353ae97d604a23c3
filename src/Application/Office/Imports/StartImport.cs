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
[Permission(ImportPermissions.Run)]
public sealed record StartImport(string Dataset, RequestedMode Mode, string? Source, ImportFile File)
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
        return queue.AddAsync(request.Dataset, mode, request.Source, request.File, cancellationToken);
    }
}
