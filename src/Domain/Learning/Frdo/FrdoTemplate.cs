namespace MethodCenter.Domain.Learning.Frdo;

/// <summary>Columns of the template «ДПО» of ФИС ФРДО, by their letters (FRDO-1).</summary>
public enum FrdoColumn
{
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
    K,
    L,
    M,
    N,
    O,
    P,
    Q,
    R,
    S,
    T,
    U,
    V,
    W,
    X,
    Y,
    Z,
    AA,
    AB,
    AC,
    AD,
    AE,
    AF,
    AG,
    AH,
    AI,
    AJ,
    AK,
    AL,
    AM,
    AN,
}

/// <summary>The template «ДПО»: its headers and vocabularies, kept to the letter (FRDO-1).</summary>
/// <remarks>
/// The vocabularies of columns L and M are known only in part: what is written there is taken as the centre states it.
/// </remarks>
public static class FrdoTemplate
{
    public const string Sheet = "Шаблон";
    public const string Checks = "Проверки";
    public const string None = "Нет";
    public const string Yes = "Да";
    public const string Original = "Оригинал";
    public const string Duplicate = "Дубликат";
    public const string Certificate = "Удостоверение о повышении квалификации";
    public const string Diploma = "Диплом о профессиональной переподготовке";
    public const string Reference = "Справка об обучении";
    public const string Development = "Повышение квалификации";
    public const string Retraining = "Профессиональная переподготовка";
    public const string Damaged = "Обмен по причине порчи";
    public const string Inaccurate = "Обмен по причине наличия недостоверной информации";
    public const string WithinOrganisation = "в образовательной организации";

    public static IReadOnlyList<string> Headers { get; } =
    [
        "Вид документа",
        "Статус документа",
        "Подтверждение утраты",
        "Подтверждение обмена",
        "Подтверждение уничтожения",
        "Серия документа",
        "Номер документа",
        "Дата выдачи документа",
        "Регистрационный номер",
        "Дополнительная профессиональная программа (повышение квалификации/ профессиональная переподготовка)",
        "Наименование дополнительной профессиональной программы",
        "Наименование области профессиональной деятельности",
        "Укрупненные группы специальностей",
        "Наименование квалификации, профессии, специальности",
        "Уровень образования ВО/СПО",
        "Фамилия указанная в дипломе о ВО или СПО",
        "Серия документа о ВО/СПО",
        "Номер документа о ВО/СПО",
        "Год начала обучения (для документа о квалификации)",
        "Год окончания обучения (для документа о квалификации)",
        "Срок обучения, часов (для документа о квалификации)",
        "Фамилия получателя",
        "Имя получателя",
        "Отчество получателя",
        "Дата рождения получателя",
        "Пол получателя",
        "СНИЛС",
        "Форма обучения",
        "Источник финансирования обучения",
        "Форма получения образования на момент прекращения образовательных отношений",
        "Гражданство получателя (код страны по ОКСМ)",
        "Наименование документа об образовании (оригинала)",
        "Серия (оригинала)",
        "Номер (оригинала)",
        "Регистрационный N (оригинала)",
        "Дата выдачи (оригинала)",
        "Фамилия получателя (оригинала)",
        "Имя получателя (оригинала)",
        "Отчество получателя (оригинала)",
        "Номер документа для изменения",
    ];

    /// <summary>What may stand in a column, for the hidden sheet.</summary>
    public static IReadOnlyDictionary<FrdoColumn, IReadOnlyList<string>> Vocabularies { get; } =
        new SortedDictionary<FrdoColumn, IReadOnlyList<string>>
        {
            [FrdoColumn.A] = [Certificate, Diploma, "Свидетельство о повышении квалификации", Reference],
            [FrdoColumn.B] = [Original, Duplicate],
            [FrdoColumn.C] = [None, .. Enum.GetValues<FrdoLossProof>().Select(FrdoWords.Of)],
            [FrdoColumn.D] = [None, Damaged, Inaccurate],
            [FrdoColumn.E] = [Yes, None],
            [FrdoColumn.J] = [Development, Retraining],
            [FrdoColumn.O] =
            [
                "Высшее образование",
                "Среднее профессиональное образование",
                "Справка",
                "Стаж",
                "Пункт 1 правил формирования ФИС ФРДО",
            ],
            [FrdoColumn.Z] = ["Муж", "Жен"],
            [FrdoColumn.AB] = ["Очная", "Очно-заочная (вечерняя)", "Заочная"],
            [FrdoColumn.AC] = [.. Enum.GetValues<FrdoBudget>().Select(FrdoWords.Of), FrdoWords.Paid],
            [FrdoColumn.AD] = [WithinOrganisation, "вне образовательной организации"],
        };

    public static string Header(FrdoColumn column) => Headers[(int)column];
}
