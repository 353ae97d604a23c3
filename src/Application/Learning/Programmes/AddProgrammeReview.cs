using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Organizations;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Organizations.Employees;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>What an expert says of a programme.</summary>
public sealed record ProgrammeReviewBody
{
    /// <summary>The expert, an employee on file; or else his name.</summary>
    public Guid? ExpertId { get; init; }

    /// <summary>Name of an expert from outside; only where no employee is named.</summary>
    public string? ExpertName { get; init; }

    /// <summary>Day of the conclusion, since the submission; today where it is not given.</summary>
    public DateOnly? ReviewedOn { get; init; }

    /// <summary>Each criterion of the centre's expertise with its verdict, at least one.</summary>
    public required IReadOnlyList<ReviewCriterionBody> Criteria { get; init; }

    /// <summary>The verdict on the whole; not «recommended» where a criterion is not met.</summary>
    public required ReviewVerdict Verdict { get; init; }

    public string? Comment { get; init; }
}

/// <summary>A criterion with its verdict.</summary>
public sealed record ReviewCriterionBody
{
    public required string Title { get; init; }

    public required CriterionVerdict Verdict { get; init; }

    public string? Comment { get; init; }
}

/// <summary>Enters the review of an expert in the present round of the internal expertise.</summary>
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
    IOrganizationStore organizations,
    IReads reads,
    IClock clock
) : ICommandHandler<AddProgrammeReview, ProgrammeDetails>
{
    public async Task<Result<ProgrammeDetails>> Handle(AddProgrammeReview request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        var named = !string.IsNullOrWhiteSpace(body.ExpertName);
        if (named == body.ExpertId is not null)
        {
            return ProgrammeReviewErrors.ExpertMissing;
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
            && !await organizations.Employees.AnyAsync(employee => employee.Id == expert, cancellationToken)
        )
        {
            return EmployeeErrors.Unknown("/expertId");
        }

        var entry = new ReviewEntry(
            body.ExpertId,
            named ? body.ExpertName!.Trim() : null,
            body.ReviewedOn ?? clock.Today,
            [.. body.Criteria.Select(one => new ReviewCriterion(one.Title, one.Verdict, one.Comment))],
            body.Verdict,
            body.Comment
        );
        return programme.AddReview(entry, clock.Today).Error ?? reads.Answer<Programme, ProgrammeDetails>(programme);
    }
}
