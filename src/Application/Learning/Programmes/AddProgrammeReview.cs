using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Enters the review of an expert in the current round of the internal expertise.</summary>
[Permission(ProgrammePermissions.Review)]
public sealed record AddProgrammeReview(Guid Id, ProgrammeReviewBody Body) : ICommand<ProgrammeDetails>;

internal sealed class AddProgrammeReviewValidator : AbstractValidator<AddProgrammeReview>
{
    public AddProgrammeReviewValidator() =>
        RuleFor(command => command.Body).SetValidator(new ProgrammeReviewBodyValidator());
}

internal sealed class ProgrammeReviewBodyValidator : AbstractValidator<ProgrammeReviewBody>
{
    public ProgrammeReviewBodyValidator()
    {
        RuleFor(body => body.ExpertName).ShortText(ProgrammeReview.ExpertNameMaxLength);
        RuleFor(body => body.ReviewedOn).ReasonableDay();
        RuleFor(body => body.Criteria).MostItems(ProgrammeReview.MostCriteria);
        RuleForEach(body => body.Criteria).NotNull().SetValidator(new ReviewCriterionBodyValidator());
        RuleFor(body => body.Comment).ShortText(ProgrammeReview.CommentMaxLength);
    }
}

internal sealed class ReviewCriterionBodyValidator : AbstractValidator<ReviewCriterionBody>
{
    public ReviewCriterionBodyValidator()
    {
        RuleFor(body => body.Title).NotEmpty().ShortText(ProgrammeReview.CriterionTitleMaxLength);
        RuleFor(body => body.Comment).ShortText(ProgrammeReview.CommentMaxLength);
    }
}

internal sealed class AddProgrammeReviewHandler(
    ILearningStore store,
    ITerritoryStore territory,
    IReads reads,
    IClock clock
) : ICommandHandler<AddProgrammeReview, ProgrammeDetails>
{
    public async Task<Answer<ProgrammeDetails>> Handle(AddProgrammeReview request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        if (ProgrammeReview.CheckExpert(body.ExpertId, body.ExpertName).Error is { } missing)
        {
            return missing;
        }

        var programme = await store
            .Programmes.Include(programme => programme.Reviews)
            .SingleOrDefaultAsync(programme => programme.Id == request.Id, cancellationToken);
        if (programme is null)
        {
            return ProgrammeErrors.NotFound;
        }

        if (
            body.ExpertId is { } expert
            && !await territory.Employees.AnyAsync(employee => employee.Id == expert, cancellationToken)
        )
        {
            return EmployeeErrors.Unknown("/expertId");
        }

        var entry = new ReviewEntry(
            body.ExpertId,
            string.IsNullOrWhiteSpace(body.ExpertName) ? null : body.ExpertName.Trim(),
            body.ReviewedOn ?? clock.Today,
            [.. body.Criteria.Select(one => new ReviewCriterion(one.Title, one.Verdict, one.Comment))],
            body.Verdict,
            body.Comment
        );
        return programme.AddReview(entry, clock.Today).Error ?? reads.Answer<Programme, ProgrammeDetails>(programme);
    }
}
