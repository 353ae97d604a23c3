using System.Text;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>Made-up training of a few teachers outside of the centre, as a table that a school would send.</summary>
internal static class SpbTraining
{
    private const string Source = "demo";
    private const string Header =
        "Ключ работника;Организация;Где обучался;Программа;Вид программы;Часы;Начало обучения;Окончание обучения;Вид документа;Номер документа;Дата документа;Темы";

    /// <summary>Of the first employees one each: in time, due, overdue, and retrained; all after 2019-2020.</summary>
    private static readonly string[] Trainings =
    [
        "СПб АППО;Формирование функциональной грамотности;ПК;72;02.02.2026;15.05.2026;удостоверение;ДЕМО-001;18.05.2026;функциональная грамотность",
        "СПб АППО;Внутренняя оценка качества образования;ПК;36;05.02.2024;29.02.2024;удостоверение;ДЕМО-002;04.03.2024;оценочные процедуры; управление качеством",
        "РЦОКОиИТ;Цифровые инструменты учителя;ПК;36;;15.12.2023;удостоверение;ДЕМО-003;18.12.2023;новые технологии",
        "СПб АППО;Методика преподавания предмета по обновлённым ФГОС;ПК;108;09.01.2023;26.05.2023;;;;",
        "РГПУ имени А. И. Герцена;Менеджмент в образовании;ПП;256;12.09.2022;30.06.2023;диплом;ДЕМО-005;07.07.2023;управление качеством",
        "РЦОКОиИТ;Критерии оценивания всероссийских проверочных работ;общеразвивающая программа;8;;20.03.2026;сертификат;;;оценочные процедуры",
    ];

    public static async Task LoadAsync(DemoSession session, CancellationToken cancellationToken)
    {
        var people = await session.FindKeysAsync("employees", Source, Trainings.Length, cancellationToken);
        var ids = people.Values.ToList();
        var places = await session
            .Database.Employments.Where(place => ids.Contains(place.EmployeeId))
            .Join(
                session.Database.Organisations,
                place => place.OrganisationId,
                organisation => organisation.Id,
                (place, organisation) => new { place.EmployeeId, organisation.Code }
            )
            .ToDictionaryAsync(place => place.EmployeeId, place => place.Code, cancellationToken);
        var lines = people
            .OrderBy(person => person.Key, StringComparer.Ordinal)
            .Zip(
                Trainings,
                (person, training) => $"{person.Key};{places[person.Value]};{Quote(session.Years.Move(training))}"
            )
            .Prepend(Header);
        await using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
        await session.ImportAsync(DemoKind.TrainingRecord, "training-records", Source, file, cancellationToken);
    }

    /// <summary>The topics stand last and hold the separator of the columns.</summary>
    private static string Quote(string training)
    {
        const int Others = 9;
        var cells = training.Split(';');
        return string.Join(';', [.. cells[..Others], $"\"{string.Join(';', cells[Others..])}\""]);
    }
}
