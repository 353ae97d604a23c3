using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Certificates;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>A document on learning as a file shows it.</summary>
public sealed class CertificateRow
{
    public int? Year { get; set; }

    public int? Number { get; set; }

    public CertificateKind? Kind { get; set; }

    public CertificateState? State { get; set; }

    public string? Series { get; set; }

    public string? BlankNumber { get; set; }

    public string? LastName { get; set; }

    public string? FirstName { get; set; }

    public string? Patronymic { get; set; }

    public string? Organisation { get; set; }

    public string? Programme { get; set; }

    public int? Hours { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public string? Basis { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    public string? ReceiptMark { get; set; }
}

/// <summary>The register book, which with its receipt marks is the ledger of issue (DPO-8).</summary>
public sealed class CertificateDataset : ExportDataset<CertificateRow>
{
    public CertificateDataset()
    {
        Whole(row => row.Year, "Год").Explained("Год книги регистрации.", "2026");
        Whole(row => row.Number, "Регистрационный номер").Explained("Номер в книге года.", "17");
        Code(row => row.Kind, "Вид документа").Explained("Удостоверение, диплом, справка, сертификат.");
        Code(row => row.State, "Состояние").Explained("Действителен, заменён или аннулирован.");
        Text(row => row.Series, "Серия бланка").Explained("Пусто, если бланк без серии.", "ПК");
        Text(row => row.BlankNumber, "Номер бланка").Explained("Пусто, если на простой бумаге.", "000123");
        Text(row => row.LastName, "Фамилия").Explained("Как в документе.", "Тестова");
        Text(row => row.FirstName, "Имя").Explained("Как в документе.", "Анна");
        Text(row => row.Patronymic, "Отчество").Explained("Как в документе.", "Ивановна");
        Text(row => row.Organisation, "Организация").Explained("Кто направил слушателя.", "Гимназия № 155");
        Text(row => row.Programme, "Программа").Explained("Название программы.", "Оценочные процедуры");
        Whole(row => row.Hours, "Часы").Explained("Академические часы.", "36");
        Day(row => row.StartsOn, "Начало обучения").Explained("Первый день.", "01.10.2026");
        Day(row => row.EndsOn, "Окончание обучения").Explained("Последний день.", "20.12.2026");
        Text(row => row.Basis, "Основание").Explained("Протокол или приказ.", "Протокол № 4");
        Day(row => row.IssuedOn, "Дата выдачи").Explained("День выдачи.", "21.12.2026");
        Day(row => row.ReceivedOn, "Получен").Explained("День вручения; пусто, если ещё не вручён.", "22.12.2026");
        Text(row => row.ReceiptMark, "Отметка о получении")
            .Explained("Подпись, почта, доверенность.", "лично, подпись");
    }

    public override string Name => "certificates";

    public override string Title => "Ведомость выдачи документов";

    public override string ReadPermission => CertificatePermissions.Read;

    public override IReadOnlyList<string> Notes =>
        ["Документы выдают по итогам обучения; вручение отмечают у каждого документа."];

    public override Type ListType => typeof(ListCertificates);

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services.GetRequiredService<CertificateExporter>().Read((ListCertificates)filter),
            options,
            writer,
            cancellationToken
        );
}

/// <summary>Its rows, by the filters of the list.</summary>
internal sealed class CertificateExporter(ILearningStore store, ITerritoryStore territory) : IRowReader
{
    public IAsyncEnumerable<CertificateRow> Read(ListCertificates filter) =>
        (
            from certificate in ListCertificatesHandler.Filter(store.Certificates.AsNoTracking(), filter)
            join organisation in territory.Organisations on certificate.OrganisationId equals organisation.Id
            orderby certificate.Year, certificate.Number
            select new CertificateRow
            {
                Year = certificate.Year,
                Number = certificate.Number,
                Kind = certificate.Kind,
                State = certificate.State,
                Series = certificate.Series,
                BlankNumber = certificate.BlankNumber,
                LastName = certificate.LastName,
                FirstName = certificate.FirstName,
                Patronymic = certificate.Patronymic,
                Organisation = organisation.ShortName,
                Programme = certificate.Title,
                Hours = certificate.Hours,
                StartsOn = certificate.StartsOn,
                EndsOn = certificate.EndsOn,
                Basis = certificate.Basis,
                IssuedOn = certificate.IssuedOn,
                ReceivedOn = certificate.ReceivedOn,
                ReceiptMark = certificate.ReceiptMark,
            }
        ).AsAsyncEnumerable();
}
