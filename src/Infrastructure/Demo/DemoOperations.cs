using System.Text;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Office.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>Two checks of a file: one is done and has something to say, the other was cancelled.</summary>
internal static class DemoOperations
{
    private const string File = """
        Ключ;Фамилия;Имя;Отчество;Дата рождения;Организация;Должность;Работает с
        00123;Яковлева;Мария;Петровна;14.03.1988;spb-s168;Учитель;01.09.2019
        00124;Орлова;Ольга;Ивановна;31.02.1990;spb-s168;Учитель;01.09.2020
        00125;Белова;Анна;Павловна;05.05.1985;Школа на Моховой;Учитель;01.09.2021
        """;

    public static async Task CompleteAsync(DemoSession session, CancellationToken cancellationToken)
    {
        var done = await QueueAsync(session, 0, cancellationToken);
        var database = session.Database;
        var operation = await database
            .Operations.AsNoTracking()
            .SingleAsync(known => known.Id == done.Id, cancellationToken);
        var services = session.Services;
        var dataset = services.GetRequiredService<DatasetCatalogue>().Find(operation.Dataset).Value;
        _ = services.GetRequiredService<Caller>().Authorise(new PermissionAttribute(dataset.WritePermission));
        _ = operation.Start(operation.Id, operation.CreatedAt, operation.CreatedAt.AddMinutes(1));
        await database
            .Operations.Where(known => known.Id == operation.Id)
            .ExecuteUpdateAsync(
                change =>
                    change
                        .SetProperty(known => known.State, operation.State)
                        .SetProperty(known => known.Owner, operation.Owner),
                cancellationToken
            );
        await using var content = Content();
        await services.GetRequiredService<IImportRun>().RunAsync(operation, dataset, content, cancellationToken);
        database.ChangeTracker.Clear();
        var waiting = await QueueAsync(session, 1, cancellationToken);
        await session.DoAsync(DemoKind.Operation, 2, new CancelOperation(waiting.Id), cancellationToken);
    }

    private static async Task<OperationDetails> QueueAsync(
        DemoSession session,
        int index,
        CancellationToken cancellationToken
    )
    {
        await using var content = Content();
        var file = new ImportFile(content, "Штат школы № 168.csv", "text/csv");
        return await session.DoAsync(
            DemoKind.Operation,
            index,
            new StartImport("employees", RequestedMode.DryRun, "1c", SkipHidden: false, file),
            cancellationToken
        );
    }

    private static MemoryStream Content() => new(Encoding.UTF8.GetBytes(File));
}
