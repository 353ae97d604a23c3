using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>What a team is called.</summary>
public record TeamNameBody
{
    /// <summary>Name of the team; no two teams of an organisation on a course have the same name.</summary>
    public required string Name { get; init; }
}

internal sealed class TeamNameBodyValidator : AbstractValidator<TeamNameBody>
{
    public TeamNameBodyValidator() => RuleFor(body => body.Name).NotEmpty().ShortText(Team.NameMaxLength);
}
