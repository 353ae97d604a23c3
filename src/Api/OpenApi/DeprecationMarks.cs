using MethodCenter.Application.Common.Contract;
using Microsoft.OpenApi;

namespace MethodCenter.Api.OpenApi;

/// <summary>Marks in the document what is deprecated, and says what to use.</summary>
internal static class DeprecationMarks
{
    /// <summary>The headers of the answers to whoever uses it.</summary>
    public static readonly string[] Headers = [DeprecationMiddleware.Deprecation, DeprecationMiddleware.Sunset, "Link"];

    public static void Mark(this OpenApiOperation operation, DeprecatedAttribute? mark, Wording wording)
    {
        if (mark is not null)
        {
            operation.Deprecated = true;
            operation.Description = Join(operation.Description, mark, wording);
        }
    }

    public static void Mark(this OpenApiParameter parameter, DeprecatedAttribute? mark, Wording wording)
    {
        if (mark is not null)
        {
            parameter.Deprecated = true;
            parameter.Description = Join(parameter.Description, mark, wording);
        }
    }

    private static string Join(string? description, DeprecatedAttribute mark, Wording wording) =>
        string.Join(
            ' ',
            (
                (string?[])
                    [
                        description,
                        wording.Say("Deprecated since {0:yyyy-MM-dd}.", mark.Since),
                        mark.Instead is null ? null : wording.Say("Use `{0}`.", mark.Instead),
                        mark.LastDay is { } last ? wording.Say("It may be gone after {0:yyyy-MM-dd}.", last) : null,
                    ]
            ).OfType<string>()
        );
}
