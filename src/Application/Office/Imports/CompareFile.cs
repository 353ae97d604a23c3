using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Office.Imports;

namespace MethodCenter.Application.Office.Imports;

/// <summary>Takes a full file and queues its comparison with the database, which changes nothing.</summary>
/// <param name="Dataset">What its rows are.</param>
/// <param name="Source">Whose keys stand in the column of keys.</param>
/// <param name="SkipHidden">Leave out rows that a filter of the sheet hides.</param>
/// <param name="File">The file.</param>
[Permission(ImportPermissions.Run)]
public sealed record CompareFile(string Dataset, string? Source, bool SkipHidden, ImportFile File)
    : ICommand<OperationDetails>;

internal sealed class CompareFileValidator : AbstractValidator<CompareFile>
{
    public CompareFileValidator()
    {
        RuleFor(command => command.Source).SourceName();
        RuleFor(command => command.File.Name)
            .ShortText(Operation.FileNameMaxLength)
            .OverridePropertyName(ImportRules.FileName);
    }
}

internal sealed class CompareFileHandler(OperationQueue queue) : ICommandHandler<CompareFile, OperationDetails>
{
    public Task<Answer<OperationDetails>> Handle(CompareFile request, CancellationToken cancellationToken) =>
        queue.AddAsync(
            request.Dataset,
            ImportMode.Compare,
            request.Source,
            request.SkipHidden,
            request.File,
            cancellationToken
        );
}
