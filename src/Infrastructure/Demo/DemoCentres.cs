using MethodCenter.Application.Territory.Centres;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>The cards of the centres of the demo.</summary>
internal static class DemoCentres
{
    public static RegisterCentre Spb { get; } =
        new()
        {
            Code = "spb-central",
            ShortName = "ИМЦ Центрального района",
            FullName = "Информационно-методический центр Центрального района Санкт-Петербурга",
            Territory = "Центральный район Санкт-Петербурга",
            TimeZone = "Europe/Moscow",
            LegalForm =
                "Государственное бюджетное учреждение дополнительного профессионального педагогического образования",
            Town = "г. Санкт-Петербург",
            Phones = ["(812) 000-00-00"],
            Site = "imc.example.org",
            Licence = new CentreLicenceBody
            {
                Number = "0000",
                IssuedOn = new DateOnly(2017, 3, 1),
                IssuedBy = "Комитет по образованию",
            },
            Head = Official("Директор", "Образцова", "Мария", "Петровна"),
            Secretary = Official("Секретарь", "Примерова", "Ольга", "Ивановна"),
            Departments = [new CentreDepartmentBody { Name = "Учебный отдел", Phone = "(812) 000-00-01" }],
        };

    /// <summary>Nobody is called so: the demo names no real person.</summary>
    internal static CentreOfficialBody Official(string post, string lastName, string firstName, string patronymic) =>
        new()
        {
            Post = post,
            LastName = lastName,
            FirstName = firstName,
            Patronymic = patronymic,
        };
}
