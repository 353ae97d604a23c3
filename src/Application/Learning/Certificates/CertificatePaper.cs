using System.Globalization;
using MethodCenter.Application.Common.Papers;
using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>The text of a document on learning. In Russian alone: it is a paper of a Russian institution.</summary>
internal static class CertificatePaper
{
    private const int QrMillimetres = 28;
    private const string Blank = Letterhead.Blank;

    /// <param name="certificate">The document.</param>
    /// <param name="issuer">The centre as it was on the day of issue.</param>
    /// <param name="address">Where anybody can verify it.</param>
    /// <param name="codes">Draws the way there.</param>
    public static Paper Of(
        CertificateDetails certificate,
        CertificateIssuer issuer,
        PublicAddress address,
        IQrCodes codes
    ) =>
        new()
        {
            Title = TitleOf(certificate),
            Landscape = true,
            Blocks =
            [
                new PaperColumns([
                    new PaperPart(46, [.. Document(certificate, issuer), .. Verification(certificate, address, codes)]),
                    new PaperPart(4),
                    new PaperPart(50, [.. Learning(certificate, issuer), .. Signatures(issuer)]),
                ]),
            ],
        };

    /// <summary>«Удостоверение о повышении квалификации № 5-2026, Тестова А. И.»</summary>
    public static string FileNameOf(CertificateDetails certificate)
    {
        var initials = new[] { certificate.FirstName, certificate.Patronymic }
            .Where(name => !string.IsNullOrEmpty(name))
            .Select(name => $"{name![0]}.");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{NameOf(certificate.Kind)} № {certificate.Number}-{certificate.Year}, {certificate.LastName} {string.Join(' ', initials)}"
        );
    }

    /// <summary>«Удостоверение № 5/2026».</summary>
    public static string TitleOf(CertificateDetails certificate) =>
        $"{Heading(certificate.Kind)} № {Number(certificate)}";

    /// <summary>«Удостоверение о повышении квалификации».</summary>
    public static string NameOf(CertificateKind kind) =>
        Subheading(kind) is { } subheading ? $"{Heading(kind)} {subheading}" : Heading(kind);

    /// <summary>What it confirms. Neither «прошёл» nor «прошла»: the register does not ask for the sex of a learner.</summary>
    public static string OutcomeOf(CertificateKind kind) =>
        kind switch
        {
            CertificateKind.ProfessionalDevelopment => "завершение повышения квалификации по программе",
            CertificateKind.RetrainingDiploma => "завершение профессиональной переподготовки по программе",
            CertificateKind.StudyReference => "обучение на части программы",
            _ => "участие в программе",
        };

    /// <summary>The number as printed: that of the book, and its year.</summary>
    public static string Number(CertificateDetails certificate) =>
        string.Create(CultureInfo.InvariantCulture, $"{certificate.Number}/{certificate.Year}");

    /// <summary>The left half: who issues what.</summary>
    private static IEnumerable<PaperBlock> Document(CertificateDetails certificate, CertificateIssuer issuer)
    {
        yield return Centred("РОССИЙСКАЯ ФЕДЕРАЦИЯ");
        yield return new PaperText("");
        yield return Centred(issuer.Centre) with
        {
            Bold = true,
        };
        if (issuer.Licence is not null || NeedsLicence(certificate.Kind))
        {
            yield return Centred(issuer.Licence ?? $"Лицензия № {Blank}") with
            {
                Points = 10,
            };
        }

        yield return new PaperText("");
        yield return Centred(Heading(certificate.Kind).ToUpper(CultureInfo.GetCultureInfo("ru"))) with
        {
            Bold = true,
            Points = 26,
        };
        if (Subheading(certificate.Kind) is { } subheading)
        {
            yield return Centred(subheading) with
            {
                Points = 18,
            };
        }

        if (certificate.OriginalId is not null)
        {
            yield return Centred("Дубликат") with
            {
                Bold = true,
            };
        }

        if (certificate.BlankNumber is not null)
        {
            yield return Centred(
                string.Join(' ', new[] { certificate.Series, "№", certificate.BlankNumber }.OfType<string>())
            ) with
            {
                Points = 14,
            };
        }

        if (NeedsLicence(certificate.Kind))
        {
            yield return Centred("Документ о квалификации");
        }

        yield return new PaperText("");
        yield return Line($"Регистрационный номер: {Number(certificate)}");
        yield return Line($"Город: {issuer.Town ?? Blank}");
        yield return Line($"Дата выдачи: {PaperWords.Long(certificate.IssuedOn)}");
        yield return new PaperText("");
    }

    /// <summary>The right half: who has learnt what.</summary>
    /// <summary>What is attested, what the learner has done, and what the programme is called.</summary>
    private static (string Attests, string Done, string Programme) Words(CertificateKind kind) =>
        kind switch
        {
            CertificateKind.ProfessionalDevelopment => (
                "Настоящее удостоверение свидетельствует о том, что",
                "прошёл(а) повышение квалификации в (на)",
                "по дополнительной профессиональной программе"
            ),
            CertificateKind.RetrainingDiploma => (
                "Настоящий диплом свидетельствует о том, что",
                "прошёл(а) профессиональную переподготовку в (на)",
                "по дополнительной профессиональной программе"
            ),
            CertificateKind.StudyReference => (
                "Настоящая справка подтверждает, что",
                "освоил(а) часть программы в (на)",
                "по дополнительной профессиональной программе"
            ),
            _ => (
                "Настоящий сертификат свидетельствует о том, что",
                "принял(а) участие в обучении в (на)",
                "по программе"
            ),
        };

    private static IEnumerable<PaperBlock> Learning(CertificateDetails certificate, CertificateIssuer issuer)
    {
        var (attests, done, programme) = Words(certificate.Kind);
        yield return Centred(attests);
        yield return new PaperText("") { Points = 6 };
        yield return Centred(
            PaperWords.FullName(certificate.LastName, certificate.FirstName, certificate.Patronymic)
        ) with
        {
            Bold = true,
            Points = 22,
        };
        yield return new PaperText("") { Points = 6 };
        yield return Centred(
            $"в период с {PaperWords.Short(certificate.StartsOn)} по {PaperWords.Short(certificate.EndsOn)}"
        );
        yield return Centred(done);
        yield return Centred(issuer.Centre) with
        {
            Bold = true,
        };
        yield return Centred(programme);
        yield return Centred($"«{certificate.Title}»") with
        {
            Bold = true,
            Points = 16,
        };
        yield return Centred(
            certificate.Kind == CertificateKind.StudyReference
                ? $"Объём программы: {PaperWords.Hours(certificate.Hours)}"
                : $"в объёме {PaperWords.HoursGenitive(certificate.Hours)}"
        );
        if (certificate.Kind == CertificateKind.RetrainingDiploma)
        {
            yield return Centred($"и имеет право на ведение профессиональной деятельности в сфере {Blank}");
        }

        // Of an exchange the basis is the learner's proof of his new name: that is nobody's business who sees the paper.
        if (certificate is { Kind: CertificateKind.StudyReference, OriginalId: null, Basis: { } basis })
        {
            yield return Centred($"Основание: {basis}");
        }

        yield return new PaperText("");
    }

    private static IEnumerable<PaperBlock> Signatures(CertificateIssuer issuer)
    {
        yield return Letterhead.Signature(Signatory(issuer.Head), "Руководитель");
        yield return Letterhead.Signature(Signatory(issuer.Secretary), "Секретарь");
        yield return new PaperText("М. П.") { Points = 10 };
    }

    private static PaperSignatory? Signatory(CertificateSignatory? who) =>
        who is null ? null : new PaperSignatory(who.Post, who.Name);

    /// <summary>What the law calls a document of qualification.</summary>
    private static bool NeedsLicence(CertificateKind kind) =>
        kind is CertificateKind.ProfessionalDevelopment or CertificateKind.RetrainingDiploma;

    private static IEnumerable<PaperBlock> Verification(
        CertificateDetails certificate,
        PublicAddress address,
        IQrCodes codes
    )
    {
        if (address.Verification(certificate.Code) is { } link)
        {
            yield return new PaperImage(codes.Draw(link), QrMillimetres, $"QR-код для проверки: {link}");
            yield return new PaperText($"Проверить документ: {link}") { Points = 8 };
            yield break;
        }

        // Without a public address there is nothing that a QR code could lead to.
        yield return new PaperText($"Код проверки: {certificate.Code}") { Points = 9 };
    }

    private static PaperText Line(string text) => new(text) { Points = 14 };

    private static PaperText Centred(string text) => new(text) { Align = PaperAlign.Centre, Points = 14 };

    private static string Heading(CertificateKind kind) =>
        kind switch
        {
            CertificateKind.ProfessionalDevelopment => "Удостоверение",
            CertificateKind.RetrainingDiploma => "Диплом",
            CertificateKind.StudyReference => "Справка",
            _ => "Сертификат",
        };

    private static string? Subheading(CertificateKind kind) =>
        kind switch
        {
            CertificateKind.ProfessionalDevelopment => "о повышении квалификации",
            CertificateKind.RetrainingDiploma => "о профессиональной переподготовке",
            CertificateKind.StudyReference => "об обучении",
            _ => null,
        };
}
