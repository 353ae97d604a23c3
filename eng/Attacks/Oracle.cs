namespace MethodCenter.Attacks;

/// <summary>
/// A methodist and a school, who may not read birth dates and insurance numbers, try values: does an answer tell which
/// is true?
/// </summary>
internal sealed class Oracle : Attack
{
    private const int People = 6;
    private const int Choices = 5;
    private const int Days = 9900;
    private const string Header = "Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Организация";
    private static readonly DateOnly First = new(1965, 1, 1);

    private readonly Guesses _guesses = new();
    private Scene _scene = null!;
    private Guid _school;
    private Guid _post;
    private Client _methodist = null!;
    private Client _operator = null!;
    private List<Teacher> _people = [];
    private IReadOnlyList<Door> _doors = [];

    public override string Point => "A1";

    public override string Title => "trying values until an answer tells";

    public override async Task<Verdict> RunAsync(Scene scene)
    {
        _scene = scene;
        _doors = await SetAsync();
        (_methodist, _operator) = (
            await scene.HostileAsync("methodist"),
            await scene.HostileAsync("schoolOperator", _school)
        );
        await TryAllBirthDatesAtOnceAsync();
        foreach (var door in _doors)
        {
            var client = door.BySchool ? _operator : _methodist;
            foreach (var person in _people)
            {
                await TryBirthDatesAsync(client, door, person);
                await TryBearersAsync(client, door, person);
            }
        }

        foreach (var person in _people)
        {
            await TryNumbersAsync("POST /employees", person, RegisterAsync);
            await TryNumbersAsync("POST /employees:batch", person, RegisterInBatchAsync);
            await TryNumbersAsync("PUT /employees/by-key", person, RegisterByKeyAsync);
            await TryBirthDatesByKeyAsync(person);
        }

        return _guesses.Judge();
    }

    private async Task<IReadOnlyList<Door>> SetAsync()
    {
        await _scene.CentreAsync();
        (_school, _post) = (await _scene.OrganisationAsync("school-1"), await _scene.TeacherPostAsync());
        for (var number = 0; number < People; number++)
        {
            var born = First.AddDays(_scene.Chance.Next(Days));
            _people.Add(await _scene.TeacherAsync(_school, _post, born, Scene.Snils(_scene.Chance.Next(100_000_000))));
        }

        var lessons = await Lessons.SetAsync(_scene, _people, await _scene.TeacherAsync(_school, _post));
        var campaign = new
        {
            title = "Курсы",
            opensOn = "2020-01-01",
            closesOn = "2099-12-31",
            decision = "byCentre",
            byQuota = false,
        };
        (await _scene.Admin.PostAsync("/campaigns", campaign)).Made();
        return
        [
            new(
                "training-records",
                "Где обучался;Программа;Вид программы;Часы;Окончание обучения",
                "АППО;Оценка;ПК;36;26.02.2020"
            ),
            new("enrolments", "Учебный год;Номер курса", $"{lessons.Year};{lessons.Course}"),
            new("applications", "Кампания;Программа", "Курсы;p-1"),
            new("lessons", "Учебный год;Номер курса;Дата;Поток;Часов;Помещение", lessons.NewLesson),
            new("attendance", "Учебный год;Номер курса;Дата;Поток;Посещение", lessons.Mark),
            new("employees", "Должность;Работает с", "Учитель;01.09.2010") { BySchool = true },
        ];
    }

    /// <summary>The attack of the report: one name, all birth dates, one check.</summary>
    private async Task TryAllBirthDatesAtOnceAsync()
    {
        var (person, door) = (_people[0], _doors[0]);
        var said = await _methodist.ImportAsync(
            door.Dataset,
            "dryRun",
            $"{Header};{door.Header}",
            Enumerable.Range(0, Days).Select(day => Row(door, person.Name, First.AddDays(day), null))
        );
        var refused = said.Findings.Where(finding => (string?)finding["severity"] == "problem");
        var left = Enumerable.Range(2, Days).Except(refused.Select(finding => (int)finding["row"]!)).ToList();
        DateOnly? inferred = left.Count == 1 ? First.AddDays(left[0] - 2) : null;
        _guesses.Note("a file of all birth dates", Days, person.Born!.Value, inferred);
    }

    private async Task TryBirthDatesAsync(Client client, Door door, Teacher person)
    {
        var (dates, truth) = Hide(person.Born!.Value, () => First.AddDays(_scene.Chance.Next(Days)));
        var said = await AskAsync(client, door, dates.Select(born => Row(door, person.Name, born, null)));
        _guesses.Note($"birth dates by {door.Dataset}", Choices, truth, Guesses.OddOne(said));
    }

    /// <summary>Whose is this number? One of five.</summary>
    private async Task TryBearersAsync(Client client, Door door, Teacher person)
    {
        var (bearers, truth) = Hide(person, () => _people[_scene.Chance.Next(People)]);
        var said = await AskAsync(client, door, bearers.Select(one => Row(door, one.Name, null, person.Snils)));
        _guesses.Note($"the bearer of a number by {door.Dataset}", Choices, truth, Guesses.OddOne(said));
    }

    private static async Task<IReadOnlyList<string>> AskAsync(Client client, Door door, IEnumerable<string> rows)
    {
        var said = new List<string>();
        foreach (var row in rows)
        {
            var answer = await client.ImportAsync(door.Dataset, "dryRun", $"{Header};{door.Header}", [row]);
            said.Add(answer.OfRow());
        }

        return said;
    }

    /// <summary>Which of five numbers does somebody in the centre bear?</summary>
    private async Task TryNumbersAsync(string way, Teacher person, Func<string, string, Task<Said>> registerAsync)
    {
        var (numbers, truth) = Hide(person.Snils!, () => Scene.Snils(_scene.Chance.Next(100_000_000)));
        var said = new List<string>();
        foreach (var number in numbers)
        {
            var answer = await registerAsync(_scene.Unique("key"), number);
            said.Add($"{answer.Status} {Codes(answer)}");
        }

        _guesses.Note($"numbers by {way}", Choices, truth, Guesses.OddOne(said));
    }

    private async Task TryBirthDatesByKeyAsync(Teacher person)
    {
        var (dates, truth) = Hide(person.Born!.Value, () => First.AddDays(_scene.Chance.Next(Days)));
        var key = _scene.Unique("key");
        var said = new List<string>();
        foreach (var born in dates)
        {
            // Whoever is found by name and birth date keeps the version; a date that is not his is written or refused.
            var answer = await _operator.PutAsync($"/employees/by-key/attack/{key}", Body(person.LastName, null, born));
            said.Add($"{answer.Status} {Codes(answer)}");
        }

        _guesses.Note("birth dates by PUT /employees/by-key", Choices, truth, Guesses.OddOne(said));
    }

    private Task<Said> RegisterAsync(string key, string snils) => _operator.PostAsync("/employees", Body(key, snils));

    private Task<Said> RegisterInBatchAsync(string key, string snils) =>
        _operator.PostAsync(
            "/employees:batch",
            new { allOrNothing = false, items = new[] { new { body = Body(key, snils) } } }
        );

    private Task<Said> RegisterByKeyAsync(string key, string snils) =>
        _operator.PutAsync($"/employees/by-key/attack/{key}", Body(key, snils));

    private object Body(string key, string? snils, DateOnly? born = null) =>
        new
        {
            lastName = key.Contains('-', StringComparison.Ordinal) ? "Пробная" : key,
            firstName = "Анна",
            patronymic = "Петровна",
            snils,
            birthDate = born,
            employment = new
            {
                organisationId = _school,
                positionId = _post,
                from = "2010-09-01",
            },
        };

    /// <summary>The codes of all that an answer says, and how many it counts.</summary>
    private static string Codes(Said answer) =>
        string.Join(
            ' ',
            System.Text.RegularExpressions.Regex.Matches(
                answer.Text,
                "\"(code|status|done|refused|hasSnils)\":[^,}\\]]*"
            )
        );

    private static string Row(Door door, string name, DateOnly? born, string? snils) =>
        $"{name};{born:dd.MM.yyyy};{snils};school-1;{door.Values}";

    /// <summary>The truth among others, at a place that chance chooses.</summary>
    private (IReadOnlyList<T> Values, int Truth) Hide<T>(T truth, Func<T> other)
        where T : notnull
    {
        var others = new HashSet<T>();
        while (others.Count < Choices - 1)
        {
            var value = other();
            if (!value.Equals(truth))
            {
                others.Add(value);
            }
        }

        var values = others.ToList();
        var place = _scene.Chance.Next(Choices);
        values.Insert(place, truth);
        return (values, place);
    }

    /// <summary>A dataset whose rows name persons.</summary>
    private sealed record Door(string Dataset, string Header, string Values)
    {
        public bool BySchool { get; init; }
    }
}
