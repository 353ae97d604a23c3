using Microsoft.OpenApi;

namespace MethodCenter.Api.OpenApi;

/// <summary>How the document introduces the service, and how a caller says who he is.</summary>
internal static class Introduction
{
    public const string ApiKey = "ApiKey";
    public const string Bearer = "Bearer";

    public static OpenApiInfo Of(Wording wording) =>
        new()
        {
            Title = "MethodCenter",
            Version = "v1",
            Description = wording.Say(
                "Records of a municipal methodical centre: courses, attestation, support of schools, reports. "
                    + "Every figure is computed from records; every decision names the norm by which it was taken."
            ),
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            Contact = new OpenApiContact { Name = "MethodCenter" },
        };

    public static IDictionary<string, IOpenApiSecurityScheme> SecuritySchemes(Wording wording) =>
        new Dictionary<string, IOpenApiSecurityScheme>
        {
            [ApiKey] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = Security.IdentityMiddleware.KeyHeader,
                Description = wording.Say("The key of a program or of an administrator."),
            },
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = wording.Say("A token from `POST /api/v1/auth/token`."),
            },
        };
}
