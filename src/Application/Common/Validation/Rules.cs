using FluentValidation;

namespace MethodCenter.Application.Common.Validation;

/// <summary>Rules of form that many requests share.</summary>
public static class Rules
{
    /// <summary>The first day that a request may name.</summary>
    public static readonly DateOnly Earliest = new(1900, 1, 1);

    /// <summary>The last day that a request may name.</summary>
    public static readonly DateOnly Latest = new(2099, 12, 31);

    /// <summary>A short text on one line, without spaces around it.</summary>
    public static IRuleBuilderOptions<T, string?> ShortText<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.MaximumLength(maxLength).SetValidator(new OneLineValidator<T>()).WithErrorCode("validation.not-one-line");

    /// <summary>A code that people and scripts name: letters, digits, hyphen, dot, slash, underscore.</summary>
    public static IRuleBuilderOptions<T, string?> CodeText<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.MaximumLength(maxLength).Matches(@"^[\p{L}\p{Nd}][\p{L}\p{Nd}\-._/]*\z");

    /// <summary>A name of a person: letters, space, hyphen, dot, apostrophe, brackets (FRDO-4).</summary>
    public static IRuleBuilderOptions<T, string?> PersonName<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.MaximumLength(maxLength)
            .Matches(@"^[\p{L}][\p{L}\p{M} \-.'’()]*\z")
            .WithErrorCode("validation.not-a-name");

    /// <summary>A day on which something can have happened or be planned.</summary>
    public static IRuleBuilderOptions<T, DateOnly> ReasonableDay<T>(this IRuleBuilder<T, DateOnly> rule) =>
        rule.InclusiveBetween(Earliest, Latest);

    /// <inheritdoc cref="ReasonableDay{T}(IRuleBuilder{T, DateOnly})"/>
    public static IRuleBuilderOptions<T, DateOnly?> ReasonableDay<T>(this IRuleBuilder<T, DateOnly?> rule) =>
        rule.InclusiveBetween(Earliest, Latest);

    /// <summary>A list that is not longer than the limit published in the schema.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>> MostItems<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>> rule,
        int most
    ) => rule.SetValidator(new MostItemsValidator<T, TItem>(most)).WithErrorCode("validation.too-many-items");
}
