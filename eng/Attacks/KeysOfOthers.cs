namespace MethodCenter.Attacks;

/// <summary>
/// A school takes the keys that the centre's own sync will use: does the sync write onto the school's persons, is it kept
/// out, or does the school write onto those that the sync has brought?
/// </summary>
internal sealed class KeysOfOthers : Attack
{
    private const int Keys = 5;
    private const string Header = "Ключ;Фамилия;Имя;Отчество;Организация;Должность;Работает с";
    private int _names = 10_000;

    public override string Point => "A6";

    public override string Title => "keys of others taken first";

    public override async Task<Verdict> RunAsync(Scene scene)
    {
        await scene.CentreAsync();
        var post = await scene.TeacherPostAsync();
        var (own, other) = (await scene.OrganisationAsync("school-1"), await scene.OrganisationAsync("school-2"));
        var hostile = await scene.HostileAsync("schoolOperator", own);
        var captured = new List<string>();
        for (var number = 1; number <= Keys; number++)
        {
            var (taken, inFile) = ($"/employees/by-key/attack/{number}", $"/employees/by-key/attack/{number}-f");
            var mine = await hostile.PutAsync(taken, Body(own, post, "1990-01-01"));
            var row = $"{number}-f;{Name()};Анна;Петровна;school-1;Учитель;01.09.2010";
            var imported = await hostile.ImportAsync("employees", "validRows", Header, [row]);
            if (mine.Status != 201 || imported.Count("created") != 1)
            {
                throw new InvalidOperationException($"The key cannot be taken: {mine.Text} {imported.Operation}");
            }

            foreach (var (way, path) in new[] { ("by a request", taken), ("by a file", inFile) })
            {
                var body = Body(other, post, "1980-02-29");
                var meant = await scene.Admin.PutAsync(path, body);
                var back = await hostile.PutAsync(path, Body(own, post, null));
                if (meant.Status != 201)
                {
                    captured.Add($"key {number} taken {way}: the sync gets {meant.Status}");
                }
                else if (back.Status == 200 && (string?)back.Json!["id"] == (string?)meant.Json!["id"])
                {
                    captured.Add($"key {number} taken {way}: the school writes onto the person of the sync");
                }
            }
        }

        return captured.Count == 0
            ? new Verdict(true, $"{2 * Keys} keys taken, each leads the sync to its own person")
            : new Verdict(false, string.Join("; ", captured));
    }

    private object Body(Guid school, Guid post, string? born) =>
        new
        {
            lastName = Name(),
            firstName = "Анна",
            patronymic = "Петровна",
            birthDate = born,
            employment = new
            {
                organisationId = school,
                positionId = post,
                from = "2010-09-01",
            },
        };

    private string Name() => Scene.Letters(_names++);
}
