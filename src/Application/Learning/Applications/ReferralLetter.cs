using MethodCenter.Application.Common.Papers;
using MethodCenter.Domain.Learning.Applications;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>Направление на обучение. In Russian alone: it is a paper of a Russian institution.</summary>
internal sealed record ReferralLetter
{
    private const string BlankDay = "«___» ____________ 20___ г.";

    public required string Number { get; init; }

    public required DateOnly Date { get; init; }

    public required Letterhead Centre { get; init; }

    public required string Provider { get; init; }

    public required string Programme { get; init; }

    public required int Hours { get; init; }

    public required string FullName { get; init; }

    public required string? Position { get; init; }

    public required string Organisation { get; init; }

    public required ReferralTerms? Terms { get; init; }

    public string Title => $"Направление на обучение № {Number} от {PaperWords.Short(Date)}";

    public Paper ToPaper() =>
        new()
        {
            Title = Title,
            Blocks =
            [
                .. Centre.Top(),
                new PaperColumns([
                    new PaperPart(50, new PaperText($"{PaperWords.Short(Date)} № {Number}")),
                    new PaperPart(50, new PaperText(Terms?.Addressee ?? Provider)),
                ]),
                new PaperText(""),
                new PaperText("НАПРАВЛЕНИЕ")
                {
                    Align = PaperAlign.Centre,
                    Bold = true,
                    Points = 16,
                },
                new PaperText("на обучение") { Align = PaperAlign.Centre },
                new PaperText(""),
                Paragraph(
                    $"Центр направляет на обучение по программе «{Programme}» ({PaperWords.Hours(Hours)}) "
                        + "следующего работника:"
                ),
                new PaperTable(
                    [
                        new PaperColumn("Фамилия, имя, отчество", 36),
                        new PaperColumn("Должность", 26),
                        new PaperColumn("Место работы", 38),
                    ],
                    [
                        [FullName, Position ?? "", Organisation],
                    ]
                ),
                new PaperText("") { Points = 6 },
                Paragraph($"Организация, которая проводит обучение: {Provider}"),
                Paragraph($"Сроки обучения: с {Day(Terms?.StartsOn)} по {Day(Terms?.EndsOn)}"),
                Paragraph($"Место обучения: {Terms?.Place ?? Provider}"),
                Paragraph("О зачислении и об итогах обучения просим сообщить центру."),
                new PaperText("") { KeepWithNext = true },
                Letterhead.Signature(Centre.Head, "Руководитель"),
                new PaperText("М. П.") { Points = 10 },
                new PaperText(""),
                new PaperText($"Исполнитель: {Terms?.Executor ?? Letterhead.Blank}") { Points = 10 },
                new PaperText($"тел. {Terms?.ExecutorPhone ?? Centre.Phone ?? Letterhead.Blank}") { Points = 10 },
            ],
        };

    private static string Day(DateOnly? day) => day is { } known ? PaperWords.Short(known) : BlankDay;

    private static PaperText Paragraph(string text) => new(text) { Align = PaperAlign.Justify, Indented = true };
}
