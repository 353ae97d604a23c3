using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Application.Learning.Frdo;

/// <summary>Writes down what the register has answered, row by row (FRDO-6). Rows that are not named stay as they are.</summary>
[Permission(FrdoPermissions.Prepare)]
public sealed record RecordFrdoResults(Guid Id, int Version, FrdoResultsBody Body) : ICommand<FrdoPackageDetails>;

internal sealed class RecordFrdoResultsValidator : AbstractValidator<RecordFrdoResults>
{
    public RecordFrdoResultsValidator()
    {
        RuleFor(command => command.Body.Rows)
            .NotEmpty()
            .MostItems(FrdoPackage.MostDocuments)
            .OverridePropertyName("rows");
        RuleForEach(command => command.Body.Rows)
            .NotNull()
            .ChildRules(row =>
                row.RuleFor(body => body.ErrorText)
                    .NotEmpty()
                    .ShortText(FrdoPackage.ErrorMaxLength)
                    .When(body => !body.Accepted)
            )
            .OverridePropertyName("rows");
    }
}

internal sealed class RecordFrdoResultsHandler(ILearningStore store, IReads reads, IClock clock)
    : ICommandHandler<RecordFrdoResults, FrdoPackageDetails>
{
    public async Task<Answer<FrdoPackageDetails>> Handle(RecordFrdoResults request, CancellationToken cancellationToken)
    {
        var package = await store
            .FrdoPackages.Include(package => package.Rows)
            .SingleOrDefaultAsync(package => package.Id == request.Id, cancellationToken);
        if (package is null)
        {
            return FrdoErrors.NotFound;
        }

        FrdoAnswer[] answers =
        [
            .. request.Body.Rows.Select(row => new FrdoAnswer(row.Number, row.Accepted, row.ErrorText)),
        ];
        return package.CheckVersion(request.Version)
            ?? package.Answer(answers, clock.Today).Error
            ?? reads.Answer<FrdoPackage, FrdoPackageDetails>(package);
    }
}
