using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Domain.Tests.Learning.Topics;

public sealed class TopicTests
{
    [Fact]
    public void It_is_found_by_code_and_by_every_name_it_has_or_had()
    {
        var topic = Topic.Register("gram", " Функциональная Грамотность ");
        topic.Name.ShouldBe("Функциональная Грамотность");
        topic.Rename("Грамотность").Refused.ShouldBeFalse();
        var vocabulary = new TopicVocabulary([topic]);

        vocabulary.Find("ГРАМОТНОСТЬ").ShouldBe(topic);
        vocabulary.Find("функциональная  грамотность").ShouldBe(topic);
        vocabulary.Find("GRAM").ShouldBe(topic);
        vocabulary.Find("грамота").ShouldBeNull();
        vocabulary.PartsOf("gram").ShouldBe(["|ГРАМОТНОСТЬ|", "|ФУНКЦИОНАЛЬНАЯ ГРАМОТНОСТЬ|"]);
        vocabulary.PartsOf("другое").ShouldBe(["|ДРУГОЕ|"]);
        vocabulary.IsTaken("функциональная грамотность", self: null).ShouldBeTrue();
        vocabulary.IsTaken("функциональная грамотность", topic.Id).ShouldBeFalse();
    }

    [Fact]
    public void Each_of_its_names_and_its_code_lead_to_the_others()
    {
        var (topic, single) = (Topic.Register("gram", "Функциональная грамотность"), Topic.Register("ict", "ИКТ"));
        topic.Rename("Грамотность");
        var vocabulary = new TopicVocabulary([topic, single]);

        vocabulary
            .Aliases()
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "GRAM|ГРАМОТНОСТЬ|",
                "GRAM|ФУНКЦИОНАЛЬНАЯ ГРАМОТНОСТЬ|",
                "ICT|ИКТ|",
                "ГРАМОТНОСТЬ|ФУНКЦИОНАЛЬНАЯ ГРАМОТНОСТЬ|",
                "ФУНКЦИОНАЛЬНАЯ ГРАМОТНОСТЬ|ГРАМОТНОСТЬ|",
            ]);
        vocabulary.NameOf("gram").ShouldBe("Грамотность");
        vocabulary.NameOf("Другое").ShouldBe("Другое");
    }

    [Fact]
    public void The_other_spelling_of_a_name_is_no_other_name()
    {
        var topic = Topic.Register("t", "учёт");

        topic.Rename("учет");

        topic.OtherNames.ShouldBeNull();
    }

    [Fact]
    public void What_is_merged_is_found_in_the_one_that_remains_along_the_whole_way()
    {
        var (first, second, third) = (Topic.Register("a", "а"), Topic.Register("b", "б"), Topic.Register("c", "в"));
        first.MergeInto(second).Refused.ShouldBeFalse();
        second.MergeInto(third).Refused.ShouldBeFalse();
        var vocabulary = new TopicVocabulary([first, second, third]);

        foreach (var text in new[] { "а", "б", "в", "a", "b" })
        {
            vocabulary.Find(text).ShouldBe(third);
        }

        vocabulary.PartsOf("а").ShouldBe(["|В|", "|Б|", "|А|"]);
        (first.State, first.MergedIntoId).ShouldBe((TopicState.Merged, second.Id));
    }

    [Fact]
    public void What_is_merged_stays_as_it_is_and_nothing_is_merged_into_what_is_not_in_use()
    {
        var (topic, remaining) = (Topic.Register("a", "а"), Topic.Register("b", "б"));
        (topic.MergeInto(topic).Error?.Code).ShouldBe("topic.into-itself");
        remaining.Archive();
        (topic.MergeInto(remaining).Error?.Code).ShouldBe("topic.into-unused");
        remaining.Reopen();
        topic.MergeInto(remaining);

        (topic.MergeInto(remaining).Error?.Code).ShouldBe("topic.wrong-state");
        (topic.Rename("в").Error?.Code).ShouldBe("topic.wrong-state");
        (topic.Archive().Error?.Code).ShouldBe("topic.wrong-state");
        (topic.Reopen().Error?.Code).ShouldBe("topic.wrong-state");
    }

    [Fact]
    public void A_programme_bears_the_names_of_the_vocabulary_and_adds_what_it_lacks()
    {
        var known = Topic.Register("gram", "грамотность");
        var vocabulary = new TopicVocabulary([known, Topic.Register("t-7", "оценка")]);

        var choice = vocabulary.Choose(["ГРАМОТНОСТЬ", "gram", "наставничество", "проекты"], []).Value;

        choice.Names.ShouldBe(["грамотность", "наставничество", "проекты"]);
        choice.Added.Select(topic => $"{topic.Code} {topic.Name}").ShouldBe(["t-8 наставничество", "t-9 проекты"]);
    }

    [Fact]
    public void An_archived_topic_stays_where_it_is_and_is_taken_on_by_nobody()
    {
        var topic = Topic.Register("gram", "грамотность");
        topic.Archive();
        var vocabulary = new TopicVocabulary([topic]);

        (vocabulary.Choose(["грамотность"], []).Error?.Code).ShouldBe("topic.archived");
        vocabulary.Choose(["грамотность"], ["грамотность"]).Value.Names.ShouldBe(["грамотность"]);
    }
}
