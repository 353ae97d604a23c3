using FluentValidation;
using FluentValidation.Validators;

namespace MethodCenter.Application.Common.Validation;

/// <summary>A text on one line that is read as it is written, without spaces around it.</summary>
/// <remarks>Says its rule as a pattern too, since the OpenAPI document publishes what the validators demand.</remarks>
internal sealed class OneLineValidator<T> : PropertyValidator<T, string?>, IRegularExpressionValidator
{
    public override string Name => "OneLineValidator";

    public string Expression => @"^(?!\s)[^\t\n\v\f\r\u0085\u2028\u2029\u202A-\u202E\u2066-\u2069]*(?<!\s)$";

    public override bool IsValid(ValidationContext<T> context, string? value) =>
        value is null
        || (
            !PlainText.HasLineEnd(value)
            && !PlainText.TurnsDirection(value)
            && !value.Contains('\t', StringComparison.Ordinal)
            && value.AsSpan().Trim().Length == value.Length
        );
}

/// <summary>A list that is not longer than a limit, which the OpenAPI document publishes as <c>maxItems</c>.</summary>
internal sealed class MostItemsValidator<T, TItem>(int most)
    : PropertyValidator<T, IReadOnlyList<TItem>>,
        ILengthValidator
{
    public override string Name => "MostItemsValidator";

    public int Min => 0;

    public int Max => most;

    public override bool IsValid(ValidationContext<T> context, IReadOnlyList<TItem> value)
    {
        context.MessageFormatter.AppendArgument("Most", most);
        return value is null || value.Count <= most;
    }
}
