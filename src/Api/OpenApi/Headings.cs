using Microsoft.OpenApi;

namespace MethodCenter.Api.OpenApi;

/// <summary>The headings of the document, in the order in which a centre works: first its three jobs, then what they need.</summary>
internal static class Headings
{
    /// <summary>Also an area that is not listed here appears: at the end, described by its own name.</summary>
    private static readonly (string Name, string Description)[] InOrder =
    [
        ("Курсы", "Регистрация курса, открытие и закрытие набора, завершение и отмена."),
        ("Зачисления", "Слушатели курса и лист ожидания: мест никогда не бывает продано больше, чем есть."),
        ("Программы", "Каталог программ, по которым идут курсы; часы проверяются по норме (DPO-2)."),
        ("Аттестация", "Итоги аттестационных комиссий; решение принимается по норме, действовавшей на дату."),
        ("Программы поддержки", "Программы и циклы поддержки школ («500+»): назначение, рисковый профиль, ход работы."),
        ("Участие школ", "Путь школы через цикл: назначение, рисковый профиль, приоритетные риски, работа, итог."),
        ("Факторы риска", "Перечни факторов риска по циклам (RISK-2, RISK-3)."),
        ("Отчёты", "Итоговые таблицы центра, вычисленные из записей."),
        ("Опубликованные показатели", "Числа, которые центр напечатал; отчёт показывает их рядом с вычисленными."),
        ("Организации", "Образовательные организации, которые сопровождает центр."),
        ("Работники", "Педагоги и руководители: карточка, места работы, персональные данные по отдельному праву."),
        ("Должности", "Словарь должностей по номенклатуре."),
        ("Методические центры", "Центры, которые ведут учёт в этой службе; центр называют в X-Centre."),
        ("Нормы", "Числа закона по датам и нормы, установленные центром."),
        ("Учётные записи", "Пользователи и программы, их роли и ключи."),
        ("Изменения", "Лента: что изменилось после позиции, до которой вы дочитали."),
        ("Аудит", "Кто, когда и что изменил или прочитал."),
        ("Вход", "Токен по логину и паролю; программам нужен ключ в заголовке X-Api-Key."),
        ("Состояние", "Работает ли служба и готова ли она отвечать."),
    ];

    /// <summary>Describes the headings in use and puts the paths in their order.</summary>
    public static void Arrange(OpenApiDocument document)
    {
        var used = document
            .Paths.SelectMany(path => path.Value.Operations!.Values)
            .SelectMany(operation => operation.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(tag => tag.Name!)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(Place)
            .ThenBy(name => name, StringComparer.Ordinal);
        document.Tags = new HashSet<OpenApiTag>(
            used.Select(name => new OpenApiTag { Name = name, Description = Describe(name) })
        );
        var paths = document
            .Paths.OrderBy(path => Place(HeadingOf(path.Value)))
            .ThenBy(path => path.Key, StringComparer.Ordinal);
        var arranged = new OpenApiPaths();
        foreach (var (address, item) in paths.ToList())
        {
            arranged.Add(address, item);
        }

        document.Paths = arranged;
    }

    private static string HeadingOf(IOpenApiPathItem path) =>
        path.Operations!.Values.First().Tags?.FirstOrDefault()?.Name ?? "";

    private static int Place(string name)
    {
        var place = Array.FindIndex(InOrder, known => known.Name == name);
        return place < 0 ? InOrder.Length : place;
    }

    private static string Describe(string name) =>
        Array.Find(InOrder, known => known.Name == name) is { Description: { } known } ? known : $"{name}.";
}
