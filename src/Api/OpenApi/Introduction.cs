using Microsoft.OpenApi;

namespace MethodCenter.Api.OpenApi;

/// <summary>How the document introduces the service, and how a caller says who he is.</summary>
internal static class Introduction
{
    public const string ApiKey = "ApiKey";
    public const string Bearer = "Bearer";

    private const string RuleCodesAre =
        "Codes of rules, in texts and in `rule` of a refusal or warning, where `basis` names the act:";

    private static readonly string[] RuleCodes =
    [
        "`ATT` – attestation of teachers;",
        "`DPO` – additional professional education: programmes, orders, documents;",
        "`FRDO` – the federal register of documents of education;",
        "`RISK` – support of schools («500+»): risk factors, profiles, outcome;",
        "`PD` – personal data and who may see them;",
        "`PAPER` – the form of orders and other papers;",
        "`GEN` – what holds everywhere, such as the academic year;",
        "`SPB`, `KRS`, `POL`, `KEM` – not the law but the usage of centres: what they record and the tables that they publish "
            + "(`T` and a number: a table).",
    ];

    public static OpenApiInfo Of(Wording wording) =>
        new()
        {
            Title = "MethodCenter",
            Version = "v1",
            Description = string.Join(
                "\n\n",
                wording.Say(
                    "Records of a municipal methodical centre: courses, attestation, support of schools, reports. "
                        + "Every figure is computed from records; every decision names the norm by which it was taken."
                ),
                wording.Say(
                    "For programs: the document is at `/swagger/v1-en/swagger.json`, in Russian at `/swagger/v1/swagger.json`; "
                        + "operation ids and headings are the same in both. Webhooks and the stream of changes are also described in AsyncAPI, "
                        + "in `asyncapi.json` beside it."
                ),
                string.Join(
                    '\n',
                    RuleCodes.Select(code => $"- {wording.Say(code)}").Prepend(wording.Say(RuleCodesAre) + "\n")
                )
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
