using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SealedBirthdays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_membership_member_brand_id_member_no",
                table: "membership_member");

            migrationBuilder.DropColumn(
                name: "member_no",
                table: "membership_import_row");

            migrationBuilder.AlterColumn<string>(
                name: "sex",
                table: "membership_person",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(short),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<string>(
                name: "birthday_index",
                table: "membership_person",
                type: "TEXT",
                maxLength: 43,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "number_key",
                table: "membership_member",
                type: "TEXT",
                maxLength: 128,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "member_index",
                table: "membership_import_row",
                type: "TEXT",
                maxLength: 43,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "alike",
                table: "membership_import",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "alike_rows",
                table: "membership_import",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // Of those that case alone told apart, the first one is found by its code; the others keep their rows.
            migrationBuilder.Sql(
                """
                UPDATE membership_member SET number_key = upper(member_no);
                UPDATE membership_member SET number_key = number_key || '#' || id WHERE id IN (
                    SELECT id FROM (
                        SELECT id, row_number() OVER (PARTITION BY brand_id, number_key ORDER BY joined_on, id) AS place
                        FROM membership_member) AS numbered
                    WHERE place > 1);
                """);

            migrationBuilder.CreateIndex(
                name: "IX_membership_person_birthday_index",
                table: "membership_person",
                column: "birthday_index");

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_brand_id_number_key",
                table: "membership_member",
                columns: new[] { "brand_id", "number_key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_membership_person_birthday_index",
                table: "membership_person");

            migrationBuilder.DropIndex(
                name: "IX_membership_member_brand_id_number_key",
                table: "membership_member");

            migrationBuilder.DropColumn(
                name: "birthday_index",
                table: "membership_person");

            migrationBuilder.DropColumn(
                name: "number_key",
                table: "membership_member");

            migrationBuilder.DropColumn(
                name: "member_index",
                table: "membership_import_row");

            migrationBuilder.DropColumn(
                name: "alike",
                table: "membership_import");

            migrationBuilder.DropColumn(
                name: "alike_rows",
                table: "membership_import");

            migrationBuilder.AlterColumn<short>(
                name: "sex",
                table: "membership_person",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 200);

            migrationBuilder.AddColumn<string>(
                name: "member_no",
                table: "membership_import_row",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_brand_id_member_no",
                table: "membership_member",
                columns: new[] { "brand_id", "member_no" },
                unique: true);
        }
    }
}
