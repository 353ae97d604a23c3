using System.Globalization;
using MethodCenter.Application.Common.Papers;
using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>What an issue ledger says besides its rows.</summary>
internal sealed record IssueLedgerFacts
{
    /// <summary>The centre as it is called today, who signs today.</summary>
    public required Letterhead Centre { get; init; }

    public required int CourseNumber { get; init; }

    public required AcademicYear AcademicYear { get; init; }

    public required string Title { get; init; }

    public required int Hours { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }
}

/// <summary>The issue ledger as a paper (DPO-8). In Russian alone: it is a paper of a Russian institution.</summary>
internal static class IssueLedgerPaper
{
    public static Paper Of(IReadOnlyList<Certificate> documents, IssueLedgerFacts facts) =>
        new()
        {
            Title = TitleOf(facts),
            Landscape = true,
            Blocks = [.. Heading(documents, facts), Table(documents), .. Signatures(documents, facts)],
        };

    /// <summary>«Ведомость выдачи документов, курс № 5, 2025-2026».</summary>
    public static string TitleOf(IssueLedgerFacts facts) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Ведомость выдачи документов, курс № {facts.CourseNumber}, {facts.AcademicYear}"
        );

    private static IEnumerable<PaperBlock> Heading(IReadOnlyList<Certificate> documents, IssueLedgerFacts facts)
    {
        foreach (var line in facts.Centre.Top())
        {
            yield return line;
        }

        yield return Centred("ВЕДОМОСТЬ") with
        {
            Bold = true,
            Points = 16,
        };
        yield return Centred($"выдачи {Genitive(documents)}") with
        {
            Bold = true,
        };
        yield return new PaperText("");
        yield return new PaperText($"Программа: «{facts.Title}», {PaperWords.Hours(facts.Hours)}");
        yield return new PaperText(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Курс № {facts.CourseNumber}, {facts.AcademicYear} учебный год, с {PaperWords.Short(facts.StartsOn)} по {PaperWords.Short(facts.EndsOn)}"
            )
        );
        yield return new PaperText("") { Points = 6 };
    }

    private static PaperTable Table(IReadOnlyList<Certificate> documents) =>
        new(
            [
                new PaperColumn("№", 5),
                new PaperColumn("Фамилия, имя, отчество", 27),
                new PaperColumn("Регистрационный номер", 14),
                new PaperColumn("Серия и номер бланка", 14),
                new PaperColumn("Дата выдачи", 11),
                new PaperColumn("Дата получения", 11),
                new PaperColumn("Подпись, отметка о получении", 18),
            ],
            [.. documents.Select(Row)]
        );

    private static IReadOnlyList<string> Row(Certificate document, int place) =>
        [
            (place + 1).ToString(CultureInfo.InvariantCulture),
            PaperWords.FullName(document.LastName, document.FirstName, document.Patronymic),
            string.Create(CultureInfo.InvariantCulture, $"{document.Number}/{document.Year}"),
            string.Join(' ', new[] { document.Series, document.BlankNumber }.OfType<string>()),
            PaperWords.Short(document.IssuedOn),
            document.ReceivedOn is { } day ? PaperWords.Short(day) : "",
            Mark(document),
        ];

    /// <summary>Empty where somebody still has to sign.</summary>
    private static string Mark(Certificate document)
    {
        var state = document.State switch
        {
            CertificateState.Annulled => "аннулирован",
            CertificateState.Replaced => "заменён",
            _ when document.OriginalId is not null => "взамен прежнего",
            _ => null,
        };
        return string.Join("; ", new[] { document.ReceiptMark, state }.OfType<string>());
    }

    private static IEnumerable<PaperBlock> Signatures(IReadOnlyList<Certificate> documents, IssueLedgerFacts facts)
    {
        var received = documents.Count(document => document.ReceivedOn is not null);
        yield return new PaperText("") { Points = 6 };
        yield return new PaperText(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Всего документов: {documents.Count}, из них получено: {received}."
            )
        )
        {
            KeepWithNext = true,
        };
        yield return new PaperText("") { KeepWithNext = true };
        yield return Letterhead.Signature(facts.Centre.Head, "Руководитель");
        yield return new PaperText("") { Points = 6 };
        yield return Letterhead.Signature(facts.Centre.Secretary, "Секретарь");
    }

    /// <summary>What is issued, in one word where it is of one kind.</summary>
    private static string Genitive(IReadOnlyList<Certificate> documents) =>
        documents.Select(document => document.Kind).Distinct().ToList() switch
        {
            [CertificateKind.ProfessionalDevelopment] => "удостоверений о повышении квалификации",
            [CertificateKind.RetrainingDiploma] => "дипломов о профессиональной переподготовке",
            [CertificateKind.StudyReference] => "справок об обучении",
            [_] => "сертификатов",
            _ => "документов об обучении",
        };

    private static PaperText Centred(string text) => new(text) { Align = PaperAlign.Centre };
}
