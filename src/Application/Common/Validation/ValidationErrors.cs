using System.Collections.Immutable;
using FluentValidation.Results;

namespace MethodCenter.Application.Common.Validation;

/// <summary>Turns findings of FluentValidation into errors with JSON pointers and stable codes.</summary>
public static class ValidationErrors
{
    public const string Code = "request.invalid";

    private static readonly Dictionary<string, (string Code, string[] Params)> Codes = new(StringComparer.Ordinal)
    {
        ["NotEmptyValidator"] = ("validation.required", []),
        ["NotNullValidator"] = ("validation.required", []),
        ["MaximumLengthValidator"] = ("validation.too-long", ["MaxLength"]),
        ["MinimumLengthValidator"] = ("validation.too-short", ["MinLength"]),
        ["LengthValidator"] = ("validation.wrong-length", ["MinLength", "MaxLength"]),
        ["InclusiveBetweenValidator"] = ("validation.out-of-range", ["From", "To"]),
        ["GreaterThanOrEqualValidator"] = ("validation.too-small", ["ComparisonValue"]),
        ["GreaterThanValidator"] = ("validation.too-small", ["ComparisonValue"]),
        ["LessThanOrEqualValidator"] = ("validation.too-large", ["ComparisonValue"]),
        ["RegularExpressionValidator"] = ("validation.wrong-format", []),
        ["ScalePrecisionValidator"] = ("validation.too-precise", ["ExpectedScale"]),
        ["validation.too-many-items"] = ("validation.too-many-items", ["Most"]),
        ["EnumValidator"] = ("validation.unknown-value", []),
    };

    public static Error From(ValidationResult result) =>
        Error.Malformed(Code) with
        {
            Fields = [.. result.Errors.Take(Error.MostFields).Select(One)],
            MoreFields = Math.Max(0, result.Errors.Count - Error.MostFields),
        };

    /// <param name="fields">Errors that are told.</param>
    /// <param name="more">How many there are besides.</param>
    public static Error Of(ImmutableArray<Error> fields, int more = 0) =>
        Error.Malformed(Code) with
        {
            Fields = fields,
            MoreFields = more,
        };

    /// <summary>«Names[2].LastName» → «/names/2/lastName»; the member that holds a command's body is not part of it.</summary>
    public static string ToPointer(string propertyName) =>
        string.Concat(
            propertyName
                .Replace("[", ".", StringComparison.Ordinal)
                .Replace("]", "", StringComparison.Ordinal)
                .Split('.', StringSplitOptions.RemoveEmptyEntries)
                .Where(part => part is not "Body")
                .Select(part => "/" + char.ToLowerInvariant(part[0]) + part[1..])
        );

    private static Error One(ValidationFailure failure)
    {
        var (code, names) = Codes.TryGetValue(failure.ErrorCode ?? "", out var known)
            ? known
            : (failure.ErrorCode ?? "validation.wrong-format", []);
        var error = Error.Malformed(code).At(ToPointer(failure.PropertyName));
        foreach (var name in names)
        {
            error = error.With(
                char.ToLowerInvariant(name[0]) + name[1..],
                failure.FormattedMessagePlaceholderValues.GetValueOrDefault(name)
            );
        }

        return error;
    }
}
