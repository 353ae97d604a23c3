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

internal static class TeamNames
{
    /// <summary>A name with a letter or a digit: of nothing but quotes all names would be one.</summary>
    public static IRuleBuilderOptions<T, string?> TeamName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty()
            .ShortText(Team.NameMaxLength)
            .Must(name => name is null || Team.KeyOf(name).Length > 0)
            .WithErrorCode("validation.required");
}

internal sealed class TeamNameBodyValidator : AbstractValidator<TeamNameBody>
{
    public TeamNameBodyValidator() => RuleFor(body => body.Name).TeamName();
}
