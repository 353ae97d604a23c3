using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Office.Imports;

namespace MethodCenter.Application.Office.Imports;

/// <summary>Takes a full file and queues its comparison with the database, which changes nothing.</summary>
[Permission(ImportPermissions.Run)]
public sealed record CompareFile(string Dataset, string? Source, ImportFile File) : ICommand<OperationDetails>;

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
        queue.AddAsync(request.Dataset, ImportMode.Compare, request.Source, request.File, cancellationToken);
}
