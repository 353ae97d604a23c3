using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MethodCenter.Application.Common.Papers;
using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>
/// The open badge of a document (1EdTech Open Badges 3.0, a W3C verifiable credential 2.0): what the paper shows and no
/// more. The learner is named by his name alone; there is neither СНИЛС nor day of birth in it.
/// </summary>
internal static class CertificateCredential
{
    private const string Schema =
        "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Read by a wallet, never put into a page: Russian stays readable and short.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The payload to sign, as JSON.</summary>
    public static string Of(CertificateDetails certificate, CredentialIssuer issuer, PublicAddress address)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(issuer.TimeZone);
        var from = Beginning(certificate.IssuedOn, zone);
        var id = address.Verification(certificate.Code) ?? Urn(certificate.Id);
        var credential = new Credential
        {
            Id = id,
            Name = CertificatePaper.TitleOf(certificate),
            Issuer = new Profile(Urn(issuer.CentreId), issuer.Name, address.Base),
            ValidFrom = Text(from),
            CredentialSubject = new Subject
            {
                Identifier =
                [
                    new Identity(
                        PaperWords.FullName(certificate.LastName, certificate.FirstName, certificate.Patronymic)
                    ),
                ],
                ActivityStartDate = Text(Beginning(certificate.StartsOn, zone)),
                ActivityEndDate = Text(Beginning(certificate.EndsOn, zone)),
                LicenseNumber = CertificatePaper.Number(certificate),
                Achievement = new Achievement
                {
                    Id = Urn(issuer.ProgrammeId),
                    AchievementType = TypeOf(certificate.Kind),
                    Name = certificate.Title,
                    Description =
                        $"{CertificatePaper.NameOf(certificate.Kind)}, объём программы: {PaperWords.Hours(certificate.Hours)}",
                    Criteria = new Criteria(
                        $"Подтверждено: {CertificatePaper.OutcomeOf(certificate.Kind)} «{certificate.Title}»."
                    ),
                },
            },
            Iss = Urn(issuer.CentreId),
            Jti = id,
            Nbf = from.ToUnixTimeSeconds(),
        };
        return JsonSerializer.Serialize(credential, Json);
    }

    private static string Urn(Guid id) => $"urn:uuid:{id}";

    private static DateTimeOffset Beginning(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }

    private static string Text(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>In the words of the specification's list of kinds of achievement.</summary>
    private static string TypeOf(CertificateKind kind) =>
        kind switch
        {
            CertificateKind.ProfessionalDevelopment => "Certificate",
            CertificateKind.RetrainingDiploma => "Diploma",
            CertificateKind.StudyReference => "Course",
            _ => "CertificateOfCompletion",
        };

    /// <summary>The one registered claim of a JWT that the contexts do not explain; a strict reader refuses what they do not.</summary>
    private static readonly Dictionary<string, string> Claims = new()
    {
        ["jti"] = "https://www.iana.org/assignments/jwt#jti",
    };

    /// <summary>An OpenBadgeCredential, with the registered claims of a JWT beside its members (section 8.2).</summary>
    private sealed record Credential
    {
        [JsonPropertyName("@context")]
        public IReadOnlyList<object> Context { get; } =
        [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            // The type of the schema.
            "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
            Claims,
        ];

        public required string Id { get; init; }

        public IReadOnlyList<string> Type { get; } = ["VerifiableCredential", "OpenBadgeCredential"];

        public required string Name { get; init; }

        public required Profile Issuer { get; init; }

        public required string ValidFrom { get; init; }

        public required Subject CredentialSubject { get; init; }

        public IReadOnlyList<SchemaReference> CredentialSchema { get; } =
        [new SchemaReference(Schema, "1EdTechJsonSchemaValidator2019")];

        public required string Iss { get; init; }

        public required string Jti { get; init; }

        public required long Nbf { get; init; }
    }

    private sealed record Profile(string Id, string Name, string? Url)
    {
        public IReadOnlyList<string> Type { get; } = ["Profile"];
    }

    private sealed record Subject
    {
        public IReadOnlyList<string> Type { get; } = ["AchievementSubject"];

        public required IReadOnlyList<Identity> Identifier { get; init; }

        public required string ActivityStartDate { get; init; }

        public required string ActivityEndDate { get; init; }

        /// <summary>Registration number in the book of the year.</summary>
        public required string LicenseNumber { get; init; }

        public required Achievement Achievement { get; init; }
    }

    private sealed record Identity(string IdentityHash)
    {
        public string Type { get; } = "IdentityObject";

        public bool Hashed { get; }

        public string IdentityType { get; } = "name";
    }

    private sealed record Achievement
    {
        public required string Id { get; init; }

        public IReadOnlyList<string> Type { get; } = ["Achievement"];

        public required string AchievementType { get; init; }

        public required string Name { get; init; }

        public required string Description { get; init; }

        public required Criteria Criteria { get; init; }

        public string InLanguage { get; } = "ru";
    }

    private sealed record Criteria(string Narrative);

    private sealed record SchemaReference(string Id, string Type);
}

/// <summary>The centre that has issued a document, and the programme that it is about.</summary>
internal sealed record CredentialIssuer(Guid CentreId, string Name, string TimeZone, Guid ProgrammeId);
