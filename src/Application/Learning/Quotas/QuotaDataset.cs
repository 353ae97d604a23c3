using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Organisations;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Quotas;

/// <summary>A quota as a file shows it.</summary>
public sealed class QuotaRow
{
    public string? Campaign { get; set; }

    public string? ProgrammeCode { get; set; }

    public string? Programme { get; set; }

    public int? CourseNumber { get; set; }

    public string? OrganisationCode { get; set; }

    public string? Organisation { get; set; }

    public int? Limit { get; set; }

    public int? Used { get; set; }

    public int? Free { get; set; }
}

/// <summary>Quotas, with what is used and free.</summary>
public sealed class QuotaDataset : ExportDataset<QuotaRow>
{
    public QuotaDataset()
    {
        Text(row => row.Campaign, "Кампания").Explained("Название кампании.", "Набор осени 2026");
        Text(row => row.ProgrammeCode, "Код программы").Explained("Код в каталоге.", "ict-1");
        Text(row => row.Programme, "Программа").Explained("Название программы.", "Облачные сервисы");
        Whole(row => row.CourseNumber, "Номер курса").Explained("Пусто: на все курсы программы.", "5");
        Text(row => row.OrganisationCode, "Код организации").Explained("Код организации.", "spb-s155");
        Text(row => row.Organisation, "Организация").Explained("Краткое наименование.", "Гимназия № 155");
        Whole(row => row.Limit, "Квота").Explained("Сколько мест выделено.", "3");
        Whole(row => row.Used, "Использовано").Explained("Сколько заявок удовлетворено.", "2");
        Whole(row => row.Free, "Осталось").Explained("Сколько мест осталось.", "1");
    }

    public override string Name => "quotas";

    public override string Title => "Квоты";

    public override string ReadPermission => QuotaPermissions.Read;

    public override IReadOnlyList<string> Notes => ["Квоты устанавливают в службе; остаток считает она."];

    public override Type ListType => typeof(ListQuotas);

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services.GetRequiredService<QuotaExporter>().Read((ListQuotas)filter),
            options,
            writer,
            cancellationToken
        );
}

/// <summary>Its rows, by the filters of the list.</summary>
internal sealed class QuotaExporter(ILearningStore store, ITerritoryStore territory) : IRowReader
{
    public IAsyncEnumerable<QuotaRow> Read(ListQuotas filter)
    {
        var courses = store.Courses;
        var rows =
            from quota in ListQuotasHandler.Filter(store.Quotas.AsNoTracking(), filter)
            join campaign in store.Campaigns on quota.CampaignId equals campaign.Id
            join programme in store.Programmes on quota.ProgrammeId equals programme.Id
            join organisation in territory.Organisations on quota.OrganisationId equals organisation.Id
            orderby campaign.Title, programme.TitleKey, organisation.NameKey, quota.Id
            select new QuotaRow
            {
                Campaign = campaign.Title,
                ProgrammeCode = programme.Code,
                Programme = programme.Title,
                CourseNumber = courses
                    .Where(course => course.Id == quota.CourseId)
                    .Select(course => (int?)course.Number)
                    .FirstOrDefault(),
                OrganisationCode = organisation.Code,
                Organisation = organisation.ShortName,
                Limit = quota.Limit,
                Used = quota.Used,
                Free = quota.Limit - quota.Used,
            };
        return rows.AsAsyncEnumerable();
    }
}
