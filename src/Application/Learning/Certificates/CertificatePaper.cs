using System.Globalization;
using MethodCenter.Application.Common.Papers;
using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>The text of a document on learning. In Russian alone: it is a paper of a Russian institution.</summary>
internal static class CertificatePaper
{
    private const int QrMillimetres = 30;

    public static Paper Of(CertificateDetails certificate, string centre, PublicAddress address, IQrCodes codes) =>
        new()
        {
            Title = TitleOf(certificate),
            Blocks =
            [
                .. Top(certificate, centre),
                .. Learning(certificate),
                .. Register(certificate),
                .. Verification(certificate, address, codes),
            ],
        };

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

    private static IEnumerable<PaperBlock> Top(CertificateDetails certificate, string centre)
    {
        yield return Centred(centre) with
        {
            Bold = true,
        };
        yield return new PaperText("");
        yield return Centred(Heading(certificate.Kind).ToUpper(CultureInfo.GetCultureInfo("ru"))) with
        {
            Bold = true,
            Points = 18,
        };
        if (Subheading(certificate.Kind) is { } subheading)
        {
            yield return Centred(subheading);
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
            );
        }

        yield return new PaperText("");
    }

    private static IEnumerable<PaperBlock> Learning(CertificateDetails certificate)
    {
        yield return Centred("Слушатель");
        yield return Centred(
            PaperWords.FullName(certificate.LastName, certificate.FirstName, certificate.Patronymic)
        ) with
        {
            Bold = true,
            Points = 16,
        };
        yield return new PaperText("");
        yield return Centred("Настоящий документ подтверждает");
        yield return Centred(OutcomeOf(certificate.Kind));
        yield return Centred($"«{certificate.Title}»") with
        {
            Bold = true,
            Points = 14,
        };
        yield return Centred(
            $"в период с {PaperWords.Short(certificate.StartsOn)} по {PaperWords.Short(certificate.EndsOn)}"
        );
        yield return Centred(
            certificate.Kind == CertificateKind.StudyReference
                ? $"Объём программы: {PaperWords.Hours(certificate.Hours)}"
                : $"в объёме: {PaperWords.Hours(certificate.Hours)}"
        );
        yield return new PaperText("");
    }

    private static IEnumerable<PaperBlock> Register(CertificateDetails certificate)
    {
        yield return new PaperText($"Регистрационный номер: {Number(certificate)}");
        yield return new PaperText($"Дата выдачи: {PaperWords.Long(certificate.IssuedOn)}");
        if (certificate.Basis is { } basis)
        {
            yield return new PaperText($"Основание: {basis}");
        }

        yield return new PaperText("");
        yield return new PaperText("Руководитель  ____________________  /____________________/");
        yield return new PaperText("Секретарь  ____________________  /____________________/");
        yield return new PaperText("М. П.") { Points = 10 };
        yield return new PaperText("");
    }

    private static IEnumerable<PaperBlock> Verification(
        CertificateDetails certificate,
        PublicAddress address,
        IQrCodes codes
    )
    {
        if (address.Verification(certificate.Code) is { } link)
        {
            yield return new PaperImage(codes.Draw(link), QrMillimetres, $"QR-код для проверки: {link}");
            yield return new PaperText($"Проверить документ: {link}") { Points = 9 };
            yield break;
        }

        // Without a public address there is nothing that a QR code could lead to.
        yield return new PaperText($"Код проверки: {certificate.Code}") { Points = 9 };
    }

    private static PaperText Centred(string text) => new(text) { Align = PaperAlign.Centre };

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
            CertificateKind.StudyReference => "о периоде обучения",
            _ => null,
        };
}
